import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchWithData } from './support/practice.ts';

interface Told {
  dialogs: Electron.MessageBoxOptions[];
  relaunched: string[][];
  exits: number[];
}

/** Opens the wizard, stands in for the person at its dialog, and lets Chromium's process of the page fail to start. */
async function launchFails(button: 'Close' | 'Compatibility start') {
  const wizard = await launchWithData(['--target', 'practice:healthy']);
  await wizard.app.evaluate(({ app, dialog, BrowserWindow }, answer) => {
    const told: Told = { dialogs: [], relaunched: [], exits: [] };
    (globalThis as { told?: Told }).told = told;
    dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
      told.dialogs.push(options);
      return Promise.resolve({ response: (options.buttons ?? []).indexOf(answer), checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    app.relaunch = (options) => told.relaunched.push(options?.args ?? []);
    app.exit = (code) => told.exits.push(code ?? 0);
    // As the person of a server whose sandbox works would start it.
    app.commandLine.removeSwitch('no-sandbox');
    const details = { reason: 'launch-failed', exitCode: 18 } as const;
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    app.emit('render-process-gone', {}, contents, details);
    app.emit('render-process-gone', {}, contents, details);
  }, button);
  const told = () => wizard.app.evaluate(() => (globalThis as { told?: Told }).told);
  await expect.poll(async () => (await told())?.exits).toEqual([1]);
  const log = readFileSync(join(wizard.data, 'logs', 'wizard.log'), 'utf8');
  return { wizard, told: (await told())!, log };
}

test('a page that Chromium cannot start is told by a native dialog, once, with the way without a window', async () => {
  const { wizard, told, log } = await launchFails('Close');
  expect(told.dialogs).toHaveLength(1);
  expect(told.dialogs[0]).toMatchObject({ buttons: ['Close', 'Compatibility start'], defaultId: 0, cancelId: 0 });
  const detail = told.dialogs[0]?.detail ?? '';
  expect(detail).toContain('launch-failed, code 18');
  expect(detail).toContain(`psdoctor diagnose --target practice:healthy --data "${wizard.data}"`);
  expect(told.relaunched).toEqual([]);
  expect(log).toContain('launch-failed, code 18');
  await wizard.close();
});

test('the compatibility start is asked for, logged, and keeps what the wizard was started with', async () => {
  const { wizard, told, log } = await launchFails('Compatibility start');
  expect(told.relaunched).toHaveLength(1);
  expect(told.relaunched[0]?.at(-1)).toBe('--no-sandbox');
  expect(told.relaunched[0]).toEqual(expect.arrayContaining(['--data', wizard.data, 'practice:healthy']));
  expect(log).toContain('compatibility start');
  await wizard.close();
});

test('a page that dies is loaded again, and given up when it goes on dying', async () => {
  const wizard = await launchWithData();
  await wizard.app.evaluate(({ app, dialog }) => {
    const told = ((globalThis as { told?: string[] }).told = [] as string[]);
    dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
      told.push(options.detail ?? '');
      return Promise.resolve({ response: 0, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
    app.exit = () => undefined;
  });
  const crash = () =>
    wizard.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
      contents?.forcefullyCrashRenderer();
      await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 1500))]);
      return contents?.isCrashed();
    });
  for (const _ of [1, 2, 3]) expect(await crash()).toBe(false);
  await crash();
  await expect
    .poll(() => wizard.app.evaluate(() => (globalThis as { told?: string[] }).told))
    .toEqual([expect.stringContaining('ended several times')]);
  await wizard.close();
});
