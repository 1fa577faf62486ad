import { defineConfig } from 'vitest/config';
import { root } from './paths.mjs';

/** PSD_FULL: `1` runs everything, `rest` only what is left out without it. */
const full = process.env['PSD_FULL'];

export default defineConfig({
  root,
  test: {
    environment: 'node',
    include: [
      full === 'rest'
        ? '{shared,electron,renderer,build,e2e}/**/*.full.test.ts'
        : '{shared,electron,renderer,build,e2e}/**/*.test.ts',
    ],
    exclude: full ? [] : ['**/*.full.test.ts'],
    passWithNoTests: full === 'rest',
    globalSetup: 'build/vitest.setup.ts',
    // By itself it leaves one core free; many tests wait for processes of their own.
    maxWorkers: 2,
    // Tests keep nothing in modules; each file's own copy of them took a third of the time.
    isolate: false,
    // Ends what hangs; two busy cores and real processes make many a test slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
