import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { electronRuntime } from '../../build/runtime/index.mjs';
import { launchWizard } from '../support/wizard.ts';
import type { Made, Wish, Worker } from './worker.ts';

/** An Electron that makes and prints reports with the product's own code, many of them in one process. */
export async function launchReports() {
  const folder = mkdtempSync(join(tmpdir(), 'psd-reports-'));
  const app = join(folder, 'app');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: fileURLToPath(new URL('worker.ts', import.meta.url)),
      outDir: app,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'main.js', strictExecutionOrder: true } },
    },
  });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'reports', main: 'main.js', type: 'module' }));
  const runtime = await electronRuntime({ app, checkout: join(folder, 'electron') });
  const electron = await launchWizard({ runtime });
  type Global = typeof globalThis & { worker: Worker };
  return {
    page: electron.page,
    scenarios: () => electron.app.evaluate(() => (globalThis as Global).worker.scenarios()),
    make: (wish: Wish): Promise<Made> =>
      electron.app.evaluate((_, asked) => (globalThis as Global).worker.make(asked), wish),
    async print({ html, head }: Pick<Made, 'html' | 'head'>, paper: 'A4' | 'Letter'): Promise<Buffer> {
      const pdf = await electron.app.evaluate((_, [made, size]) => (globalThis as Global).worker.print(made, size), [
        { html, head },
        paper,
      ] as const);
      return Buffer.from(pdf, 'base64');
    },
    async close() {
      await electron.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
