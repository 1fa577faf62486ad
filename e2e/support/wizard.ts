import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronRuntime } from '../../build/runtime/index.mjs';

export interface LaunchOptions {
  /** What follows the program's name, such as `--target practice:healthy`. */
  args?: string[];
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  /** Where Electron keeps its own data. Default: a new folder, removed at the end. */
  userData?: string;
  /** Another application's runtime. Default: the wizard's. */
  runtime?: Awaited<ReturnType<typeof electronRuntime>>;
}

export interface Wizard {
  app: ElectronApplication;
  /** The first window. */
  page: Page;
  close(): Promise<void>;
}

/**
 * Opens the built wizard in the real Electron. The sandbox is on, but for root,
 * for whom Chromium has none.
 */
export async function launchWizard(options: LaunchOptions = {}): Promise<Wizard> {
  const { args = [], env = {}, userData, runtime = await electronRuntime() } = options;
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'psd-user-data-'));
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, `--user-data-dir=${folder}`, ...args],
    env: { ...inherited(), ...env },
    chromiumSandbox: process.getuid?.() !== 0,
  });
  return {
    app,
    page: await firstWindow(app),
    async close() {
      await app.close();
      if (userData === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstWindow(app: ElectronApplication): Promise<Page> {
  try {
    return await app.firstWindow({ timeout: 20_000 });
  } catch (error) {
    await app.close();
    const advice = 'DEBUG=pw:browser npm run test:e2e shows what the main process says.';
    throw new Error(`The wizard opened no window. ${advice}`, { cause: error });
  }
}

/** This process's environment, without what would make Electron a plain Node. */
function inherited(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  return env as Record<string, string>;
}
