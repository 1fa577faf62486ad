import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFiles, chooseWhereToSave } from './support/dialogs.ts';
import { answerConfirmation, expectVerdict } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';

const shared = sharedWizard();

test('from a repair to the ticket, every format, and back from the bundle', async () => {
  test.setTimeout(120_000);
  const { app, page, data } = shared();
  await page.getByLabel('Ticket number').fill('INC-4711');
  await page.getByLabel('Engineer').fill('Ada Example');
  await diagnoseAnew(page, 'missing-record');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Report/u }).click();

  const summary = page.getByRole('region', { name: 'Text for the ticket' });
  await expect(summary).toContainText('INC-4711');
  await expect(summary).toContainText('Repaired and proven');
  expect((await summary.innerText()).split('\n').length).toBeLessThanOrEqual(12);

  const written: Record<string, string> = {};
  for (const [format, extension] of [
    ['HTML', 'html'],
    ['PDF', 'pdf'],
    ['JSON', 'json'],
    ['bundle', 'zip'],
  ] as const) {
    const path = join(data, `report.${extension}`);
    written[format] = path;
    await chooseWhereToSave(app, path);
    if (format === 'bundle') await page.getByRole('checkbox', { name: /own log/u }).check();
    await page.getByRole('button', { name: `Save ${format} …` }).click();
    await expect(page.getByText(`Written to ${path}`)).toBeVisible({ timeout: 60_000 });
  }
  expect(readFileSync(written['HTML']!, 'utf8')).toContain('INC-4711');
  expect(readFileSync(written['bundle']!).includes('product.log')).toBe(true);
  expect(readFileSync(written['PDF']!).subarray(0, 5).toString()).toBe('%PDF-');

  // With redaction the preview, the summary and the files name the server nowhere.
  await page.getByRole('button', { name: 'Names, addresses, accounts' }).click();
  await expect(page.getByRole('heading', { name: 'What is replaced' })).toBeVisible();
  await expect(summary).not.toContainText('PS07');
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).not.toContainText('PS07');
  const redacted = join(data, 'redacted.html');
  await chooseWhereToSave(app, redacted);
  await page.getByRole('button', { name: 'Save HTML …' }).click();
  await expect(page.getByText(`Written to ${redacted}`)).toBeVisible();
  expect(readFileSync(redacted, 'utf8')).not.toMatch(/ps07|Ada Example/iu);

  // The bundle is opened like what a customer sends: asked again, and nothing can be changed.
  await page.getByRole('button', { name: 'Begin with another server' }).click();
  await chooseFiles(app, [written['bundle']!]);
  await page.getByRole('button', { name: 'Open files …' }).click();
  await expect(page.getByText('Bundle · report.zip')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Check again' })).toHaveCount(0);
  await page.getByRole('button', { name: /^Remedy/u }).click();
  await expect(page.getByText(/There is no server behind it: nothing can be planned or changed/u)).toHaveCount(1);
  await page.getByRole('heading', { name: '3. Force overwrite' }).click();
  await expect(page.getByRole('checkbox', { name: /^choose "Override/u })).toBeDisabled();

  // The case is still there, with before and after; cancelling a dialog changes nothing.
  await page.getByRole('button', { name: /^Start \(/u }).click();
  await chooseFiles(app, []);
  await page.getByRole('button', { name: 'Open a bundle folder …' }).click();
  await page.getByRole('button', { name: /^Open case /u }).click();
  await page.getByRole('button', { name: /^Prove/u }).click();
  await expect(page.getByRole('row', { name: /httpsys\.record.*Failing.*Sound/u })).toBeVisible();
});

test('a repair is taken back, and evidence from before it can still be read', async () => {
  test.setTimeout(120_000);
  const { app, page } = shared();
  await answerConfirmation(app, 'Apply');
  await diagnoseAnew(page, 'missing-record');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await page.getByRole('button', { name: 'See the proof' }).click({ timeout: 60_000 });
  await page
    .getByRole('button', { name: /^Evidence before the repair: .*no record/iu })
    .first()
    .click();
  const drawer = page.getByRole('dialog', { name: 'Evidence' });
  await expect(drawer.getByText('As it was found before the repair.')).toBeVisible();
  await expect(drawer.getByRole('button', { name: /^Before the repair/u }).first()).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Remedy/u }).click();
  await page.getByRole('button', { name: 'Take it back …' }).click();
  await expect(page.getByText('Taken back.')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: /^Diagnose/u }).click();
  await expectVerdict(page);
  await expect(page.getByRole('button', { name: /^HTTP\.SYS: broken\. no record/u })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Moments, the newest first' })).toContainText('Repair ended');
});
