import { expect, test } from '@playwright/test';
import { launchWizard } from './support/wizard.ts';

test('the built wizard opens in a sandboxed window', async () => {
  const wizard = await launchWizard();
  await expect(wizard.page).toHaveTitle(/Package Server Doctor/u);
  expect(await wizard.page.evaluate(() => typeof (globalThis as { process?: unknown }).process)).toBe('undefined');
  expect(await wizard.app.evaluate(({ app }) => app.isPackaged)).toBe(false);
  await wizard.close();
});
