import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { nodeOutput } from './node-output.mjs';
import { inRoot } from './paths.mjs';

/**
 * The wizard: three bundles that carry all they need. Targets are set by hand, so
 * that one build runs on every Electron in use: the one that ships and the older
 * one that is tested on machines that reach npm alone.
 */
const node = 'node20';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: inRoot('electron/main.ts'), 'fleet-reader': inRoot('electron/fleet-reader.ts') },
        output: nodeOutput,
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      // The page is sandboxed: its preload is CommonJS and can load no second file.
      rolldownOptions: {
        input: { preload: inRoot('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: inRoot('renderer'),
    plugins: [react()],
    build: {
      target: chrome,
      minify: true,
      modulePreload: false,
      // A data: URL would need a wider content security policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: inRoot('renderer/index.html'),
        // What the first screen needs is one file: each costs a way to the busy main process and back.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
