import { expect, test } from '@playwright/test';
import { beginForceOverwrite, goOn, settings } from './support/console.ts';
import { withKeptServer } from './support/kept.ts';
import { goTo } from './support/walk.ts';

test('what a person sets in the console is waited for, over a restart of the wizard, with what was ticked', async () => {
  test.setTimeout(180_000);
  await withKeptServer(async ({ launch, happen }) => {
    const first = await launch('practice:policy-not-forced');
    await beginForceOverwrite(first.page);
    // What is not ticked is told of the console that is looked at.
    await settings(first.page).first().click();
    await expect(first.page.getByText('Not ticked yet: 6 of the list above.')).toBeVisible();
    await first.page.getByRole('button', { name: 'Web Configuration' }).click();
    await expect(first.page.getByText('Not ticked yet: 8 of the list above.')).toBeVisible();
    // The main process keeps the ticks: each is shown when it has come back.
    for (const ticked of [0, 3]) {
      await settings(first.page).nth(ticked).click();
      await expect(settings(first.page).nth(ticked)).toBeChecked();
    }
    // Nothing else is called for, or could be planned, until this has come to its end.
    await expect(first.page.getByRole('button', { name: 'Plan this step' })).toHaveCount(0);
    await expect(first.page.getByRole('button', { name: 'Plan again' })).toHaveCount(0);
    await first.close();

    happen('policy-forced');
    const { page, close } = await launch();
    const waiting = page.getByRole('alert').filter({ hasText: 'holds a repair that waits' });
    await expect(waiting).toBeVisible({ timeout: 30_000 });
    await expect(waiting).toContainText('Not ticked yet: select "Configure HTTPS binding"');
    await expect(waiting).not.toContainText('"Override the global settings by custom settings";');
    await goOn(page);
    await goTo(page, 'Remedy');
    await page.getByRole('heading', { name: '3. Force overwrite' }).click();
    await expect(page.getByRole('button', { name: 'Web Configuration' })).toHaveAttribute('aria-pressed', 'true');
    for (const [index, ticked] of [true, false, false, true].entries()) {
      await expect(settings(page).nth(index)).toBeChecked({ checked: ticked });
    }
    await close();
  });
});
