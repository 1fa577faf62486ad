import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { electronRuntime } from '../build/runtime/index.mjs';
import { answerConfirmation, diagnose, launchWithData } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';
import { launchWizard } from './support/wizard.ts';

const shared = sharedWizard();

test('a refused question is told in words, and the wizard goes on', async () => {
  const { app, page } = shared();
  await answerConfirmation(app, 'Apply');
  const answers = await page.evaluate(async () => {
    const ask = (window as unknown as { psdoctor: { invoke(channel: string, args: unknown): Promise<unknown> } })
      .psdoctor;
    return Promise.all([
      ask.invoke('diagnosis.start', { target: 'recorded:/etc', again: false }),
      ask.invoke('diagnosis.start', { target: 7 }),
      ask.invoke('repair.apply', { token: 'made-up' }),
      ask.invoke('repair.plan', {
        repair: 'rebind-certificate',
        endpoint: null,
        certificate: '& calc',
        takeOver: false,
      }),
    ]);
  });
  expect(answers.map((answer) => (answer as { ok: boolean }).ok)).toEqual([false, false, false, false]);
  for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(/\bat \w+ \(|node:internal/u);
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
});

test('the zoom keys work without a menu', async () => {
  const { app, page } = shared();
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  // Keys of the test's own driver go past the main process, which is where these are heard.
  const press = (keyCode: string) =>
    app.evaluate(
      ({ BrowserWindow }, key) =>
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({
          type: 'keyDown',
          keyCode: key,
          modifiers: ['control'],
        }),
      keyCode,
    );
  const width = () => page.evaluate(() => innerWidth);
  const whole = await width();
  await press('=');
  await expect.poll(width).toBeLessThan(whole);
  await press('-');
  await expect.poll(width).toBe(whole);
  await press('-');
  await expect.poll(width).toBeGreaterThan(whole);
  await press('0');
  await expect.poll(width).toBe(whole);
});

test('a page that is reloaded in the middle of a repair shows where it stands', async () => {
  const { app, page } = shared();
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();

  // The person has not answered yet: the confirmation hangs until the test lets it go.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (() =>
      new Promise((answer) => {
        (globalThis as { confirm?: () => void }).confirm = () => answer({ response: 1, checkboxChecked: false });
      })) as typeof dialog.showMessageBox;
  });
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText(/Waiting for your answer/u)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Remedy' })).toBeVisible();
  await expect(page.getByText(/Waiting for your answer/u)).toBeVisible();

  await app.evaluate(() => (globalThis as { confirm?: () => void }).confirm?.());
  await page.reload();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText('Repaired and proven.')).toBeVisible();
});

test('a window that is closed while a repair runs stays until it has ended', async () => {
  const wizard = await launchWithData();
  const { app, page } = wizard;
  await diagnose(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await app.evaluate(({ dialog, BrowserWindow }) => {
    dialog.showMessageBox = ((_window: unknown, { buttons = [] }: Electron.MessageBoxOptions) => {
      // Closes the window at the moment when the repair is confirmed.
      if (buttons.includes('Apply')) setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
      return Promise.resolve({ response: buttons.indexOf('Apply') < 0 ? 0 : 1, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  });
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 30_000 });
  await wizard.close();
});

test('a second start brings the first window to the front', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'psd-single-'));
  const wizard = await launchWizard({ userData: folder, args: ['--data', join(folder, 'data')] });
  await expect(wizard.page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  const shown = () =>
    wizard.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isVisible()));
  await expect.poll(shown).toEqual([true]);
  await wizard.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect.poll(shown).toEqual([false]);

  const { executable, args } = await electronRuntime();
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(executable, [...args, `--user-data-dir=${folder}`, ...sandbox, '--data', join(folder, 'data')], {
    stdio: 'ignore',
  });
  const ended = new Promise<number | null>((resolve) => second.on('close', resolve));
  expect(await ended).toBe(0);
  await expect.poll(shown).toEqual([true]);
  await wizard.close();
  rmSync(folder, { recursive: true, force: true });
});
