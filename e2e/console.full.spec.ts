import { expect, test } from '@playwright/test';
import { beginForceOverwrite, goOn, waits } from './support/console.ts';
import { withKeptServer } from './support/kept.ts';
import { goTo } from './support/walk.ts';

test('a record of another product is left to the policy: set in the console, proven here, told in the report', async () => {
  test.setTimeout(120_000);
  await withKeptServer(async ({ launch, happen }) => {
    const { page, close } = await launch('practice:foreign-owner');
    await beginForceOverwrite(page);
    happen('policy-forced');
    await goOn(page);
    await goTo(page, 'Prove');
    await expect(page.getByRole('row', { name: /httpsys\.owner.*Warning.*Sound/u })).toBeVisible();
    await goTo(page, 'Report');
    await expect(page.getByRole('region', { name: 'Text for the ticket' })).toContainText(
      /Force overwrite, [\d-]+ [\d:]+ UTC\. Repaired/u,
    );
    await close();
  });
});

test('a policy without the flag is not taken for the repair, and what waits can be taken back', async () => {
  test.setTimeout(120_000);
  await withKeptServer(async ({ launch }) => {
    const { page, close } = await launch('practice:foreign-owner');
    await beginForceOverwrite(page);
    await page.getByRole('button', { name: 'Take it back …' }).click();
    await expect(waits(page)).toHaveCount(0, { timeout: 30_000 });
    await page.getByRole('button', { name: 'Plan again' }).click();
    await page.getByRole('button', { name: /^Apply/u }).click({ timeout: 30_000 });
    await expect(waits(page)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: 'It is set: go on …' }).click();
    await expect(page.getByText('Done, but not proven.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/was probably written by/u).first()).toBeVisible();
    await close();
  });
});
