import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseFiles } from './support/dialogs.ts';
import { answerConfirmation, expectVerdict, questions, resultOnScreen } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';

const shared = sharedWizard();

test('a button that is pressed ten times asks once', async () => {
  const { app, page } = shared();
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await answerConfirmation(app, 'Cancel');
  await page.getByRole('button', { name: /^Apply/u }).evaluate((button: HTMLElement) => {
    for (let press = 0; press < 10; press += 1) button.click();
  });
  await expect(page.getByText('Declined: nothing was changed.')).toBeVisible();
  expect(await questions(app)).toHaveLength(1);
});

test('a reload in the middle loses nothing', async () => {
  const { page } = shared();
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Remedy' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await page.getByRole('button', { name: /^Diagnose/u }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.reload();
  await expectVerdict(page);
});

test('names of two thousand letters, from right to left, and old results do no harm', async () => {
  const { app, page, data } = shared();
  await diagnoseAnew(page, 'stale-binding');
  const result = await resultOnScreen(page);
  const long = `שרת ${'x'.repeat(2000)}`;
  const odd = JSON.stringify(result).replaceAll('Default Web Site', long);
  const file = join(data, 'odd.json');
  writeFileSync(file, odd);
  await page.getByRole('button', { name: /^Start \(/u }).click();
  await chooseFiles(app, [file]);
  await page.getByRole('button', { name: 'Open files …' }).click();
  await expect(page.getByText('Files · odd.json')).toBeVisible();
  await expect(page.getByRole('button', { name: /^IIS binding/u })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const main = page.locator('#work');
  expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);

  const old = join(data, 'old.json');
  writeFileSync(
    old,
    JSON.stringify({ format: 'package-server-doctor/result', version: 0, product: { version: '0.0.1' } }),
  );
  await page.getByRole('button', { name: /^Start \(/u }).click();
  await chooseFiles(app, [old]);
  await page.getByRole('button', { name: 'Open files …' }).click();
  await expect(page.getByText(/old\.json is a result of version 0\.0\.1/u)).toBeVisible();
});

test('a record of another product is written over only when a person says so', async () => {
  const { app, page } = shared();
  await answerConfirmation(app, 'Cancel');
  await diagnoseAnew(page, 'foreign-owner');
  await page.getByRole('button', { name: /^Remedy/u }).click();
  const apply = page.getByRole('button', { name: /^Apply/u });
  const takeOver = page.getByRole('checkbox', { name: /^Take the record over/u });
  // The policy is the way to go: to bind from here is a person's own choice.
  await expect(page.getByRole('group', { name: /console of the SMP/u })).toBeVisible();
  await page.getByRole('heading', { name: '2. Certificate binding' }).click();
  await page.getByRole('button', { name: 'Plan it anyway' }).click();
  await expect(takeOver).toBeVisible();
  await expect(apply).toHaveCount(0);
  await takeOver.check();
  await expect(apply).toBeVisible();
  // Another certificate is another plan, and the decision to take the record over stands.
  await page.getByRole('radio', { name: /WMSvc/u }).check();
  await expect(page.getByRole('radio', { name: /WMSvc/u })).toBeChecked();
  await expect(apply).toBeVisible();
  await expect(takeOver).toBeChecked();
});

// The last one: after it nobody answers in this window.
test('a main process that is late, or gone, is said, and what was found can be kept', async () => {
  const { app, page } = shared();
  await diagnoseAnew(page, 'stale-binding');

  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('app.ping');
    ipcMain.handle(
      'app.ping',
      () => new Promise((resolve) => setTimeout(() => resolve({ ok: true, value: null }), 9000)),
    );
  });
  await expect(page.getByText(/has not answered for some seconds/u)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/has not answered for some seconds/u)).toHaveCount(0, { timeout: 20_000 });

  await app.evaluate(({ ipcMain }) => ipcMain.removeHandler('app.ping'));
  await expect(page.getByText(/does not answer any more/u)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Findings' })).toBeVisible();
  await page.getByRole('button', { name: /^Copy what was found/u }).click();
  await expect(page.getByRole('button', { name: /^Copy what was found/u })).toContainText('Copied');
  const kept = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(kept)).toMatchObject({ diagnosis: { state: 'finished' } });
});
