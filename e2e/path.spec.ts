import { expect, test, type Page } from '@playwright/test';
import { answerConfirmation, expectVerdict, launchWithData, questions } from './support/practice.ts';
import { diagnoseAnew, sharedWizard } from './support/shared.ts';

const shared = sharedWizard();

/** Presses Tab until the element that has the focus is named so; fails when it never is. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return element?.getAttribute('aria-label') ?? element?.innerText ?? '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`Tab never comes to ${String(name)}.`);
}

test('the whole path by keyboard alone', async () => {
  const { app, page } = shared();
  await answerConfirmation(app, 'Apply');
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeChecked();

  await tabTo(page, /^Start the diagnosis/u);
  await page.keyboard.press('Enter');
  await expectVerdict(page);
  await expect(page.getByRole('heading', { name: /HTTP\.SYS/u }).first()).toBeVisible();

  await tabTo(page, /^HTTP\.SYS: broken/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Evidence' })).toContainText('netsh');

  await page.keyboard.press('Shift+F6');
  await tabTo(page, /^Show the remedy/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Remedy' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();

  await tabTo(page, /^Apply/u);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 30_000 });

  await tabTo(page, /^See the proof/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Prove' })).toBeFocused();
  await expect(page.getByRole('row', { name: /127\.0\.0\.1:443.*handshake reset.*TLSv1\.3/u }).first()).toBeVisible();

  await tabTo(page, /^To the report/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Copy for the ticket/u })).toBeVisible();
  await tabTo(page, /^Copy for the ticket/u);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Copy for the ticket/u })).toContainText('Copied');
});

test('the confirmation says what is changed, and its default answer is no', async () => {
  const { app, page } = shared();
  await answerConfirmation(app, 'Cancel');
  await diagnoseAnew(page, 'stale-binding');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Declined: nothing was changed.')).toBeVisible();

  const [question] = await questions(app);
  expect(question?.buttons?.[question.defaultId ?? -1]).toBe('Cancel');
  expect(question?.buttons?.[question.cancelId ?? -1]).toBe('Cancel');
  for (const words of ['0.0.0.0:443', 'netsh.exe', 'Intranet', 'Backed up first']) {
    expect(question?.detail).toContain(words);
  }

  // Asked again, the server still has what it had.
  await page.getByRole('button', { name: /^Diagnose/u }).click();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expectVerdict(page);
  await expect(page.getByRole('button', { name: /^The wire: broken/u })).toBeVisible();
});

test('a healthy server is said to be healthy', async () => {
  const { page } = shared();
  await diagnoseAnew(page, 'healthy');
  await expect(page.getByRole('button', { name: /^Request: sound/u })).toBeVisible();
  await expect(page.getByText(/2 failing/u)).toHaveCount(0);
});

test('a target on the command line is diagnosed at once, and a wrong one is explained', async () => {
  const wizard = await launchWithData(['--target', 'practice:missing-record']);
  await expect(wizard.page.getByRole('button', { name: /^HTTP\.SYS: broken\. no record/u })).toBeVisible({
    timeout: 30_000,
  });
  await wizard.close();
  const other = await launchWithData(['--target', 'practice:no-such-scenario']);
  await expect(other.page.getByText(/no-such-scenario/u)).toBeVisible();
  await other.close();
});
