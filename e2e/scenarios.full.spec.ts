import { expect, test } from '@playwright/test';
import { answerConfirmation, diagnose, launchWithData } from './support/practice.ts';

test('every practice scenario goes from Start to Report, and its first remedy can be planned or says why not', async () => {
  test.setTimeout(900_000);
  const wizard = await launchWithData();
  const { app, page } = wizard;
  await answerConfirmation(app, 'Cancel');
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  const targets = await page
    .locator('input[value^="practice:"]')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).value.slice('practice:'.length)));
  expect(targets.length).toBeGreaterThanOrEqual(28);
  for (const scenario of targets) {
    await test.step(scenario, async () => {
      await page.getByRole('button', { name: /^Start \(/u }).click();
      await diagnose(page, scenario);
      await page.getByRole('button', { name: /^Remedy/u }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Remedy' })).toBeVisible();
      await expect(page.getByText('Reading the server anew and making the plan …')).toHaveCount(0, { timeout: 30_000 });
      await page.getByRole('button', { name: /^Report/u }).click();
      await expect(page.getByRole('region', { name: 'Text for the ticket' })).toContainText('Cause:');
      await expect(page.getByText(/could not be drawn|met an error of its own/u)).toHaveCount(0);
    });
  }
  await wizard.close();
});
