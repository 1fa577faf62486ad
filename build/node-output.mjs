/** How bundles for Node are written: one entry, and chunks that load when needed. */
export const nodeOutput = {
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Chunks by themselves do not keep the order of imports, and a library may rely on it. The one that is
  // known to (@peculiar/x509, on reflect-metadata before it) gets it from the practice server's authority.ts.
  strictExecutionOrder: true,
};
