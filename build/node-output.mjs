/** How bundles for Node are written: one entry, and chunks that load when needed. */
export const nodeOutput = {
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  // Chunks by themselves do not keep the order of imports, and some libraries rely on it:
  // @peculiar/x509 on reflect-metadata before it.
  strictExecutionOrder: true,
};
