import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime, type Runtime } from '../../build/runtime/index.mjs';

/** The least that Electron can open: a window with one button, named `ready`. */
const main = `const { app, BrowserWindow } = require('electron');
app.disableHardwareAcceleration();
app.whenReady().then(() => new BrowserWindow().loadURL('data:text/html,<button>ready</button>'));
app.on('window-all-closed', () => app.quit());`;

/** An application that is nothing but that window, on the runtime of the wizard: what the wizard is measured against. */
export async function withBareWindow(work: (bare: Runtime) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'psd-bare-'));
  const app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'bare', main: 'main.cjs' }));
  writeFileSync(join(app, 'main.cjs'), main);
  try {
    await work(await electronRuntime({ app, checkout: join(folder, 'electron') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
