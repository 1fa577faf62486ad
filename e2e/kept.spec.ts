import { expect, test } from '@playwright/test';
import { withKeptServer } from './support/kept.ts';
import { expectVerdict } from './support/practice.ts';

test('after a reboot the case offers itself, and says whether the repair survived', async () => {
  test.setTimeout(180_000);
  await withKeptServer(async ({ launch, happen }) => {
    const first = await launch('practice:missing-record');
    await expectVerdict(first.page);
    await first.page.getByRole('button', { name: 'Show the remedy' }).click();
    await first.page.getByRole('button', { name: /^Apply/u }).click();
    await expect(first.page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
    await first.close();

    happen('reboot');
    const second = await launch();
    await second.page.getByRole('button', { name: 'Look whether it survived' }).click({ timeout: 30_000 });
    await expect(second.page.getByText(/has survived the restart of Windows/u).first()).toBeVisible({
      timeout: 60_000,
    });
    await second.close();
  });
});

test('a server that has changed since the plan is not touched, and is asked again', async () => {
  test.setTimeout(120_000);
  await withKeptServer(async ({ launch, happen }) => {
    const wizard = await launch('practice:missing-record');
    const { page } = wizard;
    await expectVerdict(page);
    await page.getByRole('button', { name: 'Show the remedy' }).click();
    const apply = page.getByRole('button', { name: /^Apply/u });
    await expect(apply).toBeVisible();
    happen('other-product-writes');
    await apply.click();
    await expect(page.getByRole('alert').filter({ hasText: /changed/u })).toBeVisible({ timeout: 30_000 });
    // What stands in its way now is found by asking the server again.
    await page.getByRole('button', { name: 'Ask the server again' }).click();
    await expectVerdict(page);
    await expect(
      page.getByRole('button', { name: /^Warning The record .* written by another program/u }),
    ).toBeVisible();
    await wizard.close();
  });
});
