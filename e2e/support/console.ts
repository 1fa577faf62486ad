import { expect, type Page } from '@playwright/test';
import { expectVerdict } from './practice.ts';
import { goTo } from './walk.ts';

/** The settings of the checklist, in their order. */
export const settings = (page: Page) => page.getByRole('group', { name: /console of the SMP/u }).getByRole('checkbox');
/** The repair has not come to its end, and says so. */
export const waits = (page: Page) => page.getByText('Begun, and not at its end: it waits.');

/** Asks for the step that a person does in the console, and begins it. */
export async function beginForceOverwrite(page: Page): Promise<void> {
  await expectVerdict(page);
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(waits(page)).toBeVisible({ timeout: 30_000 });
}

/** Says that the console is set, and looks for the policy until it has come: the agent notes its time in seconds. */
export async function goOn(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('button', { name: /^It is set: go on|^Look for the policy again/u }).click({ timeout: 5000 });
    await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 12_000 });
  }).toPass({ timeout: 90_000 });
  await goTo(page, 'Diagnose');
  await expect(page.getByRole('heading', { name: /^Nothing wrong/u })).toBeVisible();
}
