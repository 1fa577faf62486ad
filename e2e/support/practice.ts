import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { launchWizard, type Wizard } from './wizard.ts';

/** Opens the wizard with a data folder of its own, which is removed at the end. */
export async function launchWithData(args: string[] = []): Promise<Wizard & { data: string }> {
  const data = mkdtempSync(join(tmpdir(), 'psd-data-'));
  const wizard = await launchWizard({ args: ['--data', data, ...args] });
  return {
    ...wizard,
    data,
    async close() {
      await wizard.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Chooses a practice scenario on the start screen and waits for the verdict. */
export async function diagnose(page: Page, scenario: string): Promise<void> {
  await page.locator(`input[value="practice:${scenario}"]`).check();
  await page.getByRole('button', { name: 'Start the diagnosis' }).click();
  await expectVerdict(page);
}

export async function expectVerdict(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible({ timeout: 30_000 });
}

/** Stands in for the person at the native confirmation, and keeps what it said; `Apply` is its yes, whatever that is called. */
export async function answerConfirmation(app: ElectronApplication, answer: 'Cancel' | 'Apply'): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    const asked: unknown[] = ((globalThis as { asked?: unknown[] }).asked = []);
    dialog.showMessageBox = ((_window: unknown, options: Electron.MessageBoxOptions) => {
      asked.push(options);
      const response = (options.buttons ?? []).findIndex((label) => (label === 'Cancel') === (button === 'Cancel'));
      return Promise.resolve({ response, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, answer);
}

/** The questions that `answerConfirmation` was asked so far. */
export const questions = (app: ElectronApplication): Promise<Electron.MessageBoxOptions[]> =>
  app.evaluate(() => (globalThis as { asked?: Electron.MessageBoxOptions[] }).asked ?? []);

/** Gives the window's content a size in CSS pixels. */
export async function resize({ app, page }: Wizard, width: number, height: number): Promise<void> {
  // Now and then Electron's debugger drops the answer of a call ("promise was garbage collected"): asked again.
  await expect(() =>
    app.evaluate(
      ({ BrowserWindow }, [w, h]) => {
        const [window] = BrowserWindow.getAllWindows();
        window?.setMinimumSize(320, 240);
        window?.setContentSize(w, h);
      },
      [width, height] as const,
    ),
  ).toPass({ timeout: 15_000 });
  await expect
    .poll(() => page.evaluate(() => [innerWidth, innerHeight]), { intervals: [10, 20, 50, 100] })
    .toEqual([width, height]);
}

/** What the page itself would be told on a channel that takes no arguments. */
export const askPage = (page: Page, channel: string): Promise<unknown> =>
  page.evaluate(async (name) => {
    const { psdoctor } = window as unknown as { psdoctor: { invoke(name: string): Promise<{ value: unknown }> } };
    return (await psdoctor.invoke(name)).value;
  }, channel);

/** The result of the last diagnosis. */
export async function resultOnScreen(page: Page): Promise<unknown> {
  return ((await askPage(page, 'state.get')) as { diagnosis: { result: unknown } }).diagnosis.result;
}
