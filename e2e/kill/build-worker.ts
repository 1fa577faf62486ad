import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds a program that will be killed, so that it starts as fast as the product. Returns its path. */
export async function buildWorker(source: URL, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(source),
      outDir: folder,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'worker.mjs', strictExecutionOrder: true } },
    },
  });
  return join(folder, 'worker.mjs');
}
