import { defineConfig } from '@playwright/test';

/** PSD_FULL: `1` runs everything, `rest` only what is left out without it. */
const full = process.env['PSD_FULL'];

// A display for each worker: windows that share one share its keyboard.
const display = process.env['PSD_DISPLAYS']?.split(' ')[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (display !== undefined) process.env['DISPLAY'] = display;

export default defineConfig({
  testDir: '.',
  testMatch: full === 'rest' ? '**/*.full.spec.ts' : '**/*.spec.ts',
  testIgnore: full ? [] : ['**/*.full.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  // Ends what hangs, not what a busy machine slows.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // It records every change of every page: PSD_TRACE=1 for one that fails.
  use: { trace: process.env['PSD_TRACE'] ? 'retain-on-failure' : 'off' },
});
