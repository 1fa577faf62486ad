import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFiles } from './support/dialogs.ts';
import { goTo } from './support/walk.ts';
import { launchWizard } from './support/wizard.ts';

const psdoctor = join(import.meta.dirname, '..', 'build', 'psdoctor.mjs');

test('a repair that Windows undid is told so in the list of cases, the proof and the report; a ticket is not taken along', async () => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'psd-not-survived-'));
  const data = ['--data', join(folder, 'data')];
  const practice = ['--practice', join(folder, 'server')];
  // What it comes to is told by the exit code, which is not 0 for what was lost.
  const tell = (...args: string[]): string => {
    try {
      return execFileSync(process.execPath, [psdoctor, ...args], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  try {
    const target = ['--target', 'practice:policy-not-forced', ...data, ...practice];
    tell('repair', 'rebind-certificate', '--take-over', '--yes', ...target);
    tell('practice', 'reboot', ...practice);
    const id = /\d{4}-\d\d-\d\d-\d\d-ps07/u.exec(tell('cases', ...data))![0];
    tell('resume', id, ...data, ...practice);
    const bundle = join(folder, 'case.zip');
    tell('report', id, ...data, '--bundle', bundle);

    const { app, page, close } = await launchWizard({ args: [...data, ...practice] });
    const lost = /Certificate binding: proven at first, but it did not survive the restart of Windows/u;
    await page.getByLabel('Ticket number').fill('INC-4711');
    await page.getByLabel('Engineer').fill('Ada Example');
    await expect(page.getByText(lost)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: `Open case ${id}` }).click();
    await goTo(page, 'Prove');
    await expect(page.getByText(lost)).toBeVisible();
    await expect(page.getByText(/^Certificate binding: repaired and proven/u)).toHaveCount(0);
    await goTo(page, 'Report');
    const ticket = page.getByRole('region', { name: 'Text for the ticket' });
    await expect(ticket).toContainText('INC-4711');
    await expect(ticket).toContainText('it did not survive the restart of Windows (looked ');

    await page.getByRole('button', { name: 'Begin with another server' }).click();
    await expect(page.getByLabel('Ticket number')).toHaveValue('');
    await expect(page.getByLabel('Engineer')).toHaveValue('Ada Example');
    await chooseFiles(app, [bundle]);
    await page.getByRole('button', { name: 'Open files …' }).click();
    await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible({ timeout: 30_000 });
    await goTo(page, 'Report');
    await expect(ticket).toContainText('as the bundle notes it. Proven at first, but');
    await expect(ticket).not.toContainText('INC-4711');
    await close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
