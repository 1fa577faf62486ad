import { defineConfig } from '@playwright/test';

/** PSD_FULL: `1` runs everything, `rest` only what is left out without it. */
const full = process.env['PSD_FULL'];

export default defineConfig({
  testDir: '.',
  testMatch: full === 'rest' ? '**/*.full.spec.ts' : '**/*.spec.ts',
  testIgnore: full ? [] : ['**/*.full.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './support/global-setup.ts',
  // One window at a time: they share a display and its keyboard focus.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
});
