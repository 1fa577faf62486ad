import { expect, test } from '@playwright/test';
import { walkWithAxe } from './support/axe.ts';
import { answerConfirmation, diagnose } from './support/practice.ts';
import { sharedWizard } from './support/shared.ts';
import { goTo } from './support/walk.ts';

const shared = sharedWizard();

test('every screen passes axe in light, dark and forced colours', async () => {
  test.setTimeout(300_000);
  await walkWithAxe(shared(), [[1280, 720]]);
});

test('what changes by itself is said aloud, once each, and nothing between', async () => {
  const { app, page } = shared();
  await goTo(page, 'Start');
  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await page.evaluate(() => {
    const said: string[] = ((globalThis as { said?: string[] }).said = []);
    const region = document.querySelector('[aria-live="polite"]')!;
    new MutationObserver(() => said.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const said = () => page.evaluate(() => (globalThis as { said?: string[] }).said!.filter(Boolean));

  await diagnose(page, 'stale-binding');
  await expect
    .poll(async () => (await said()).at(-1))
    .toMatch(/^Diagnosis finished\. HTTP\.SYS holds an old certificate/u);
  expect((await said()).length).toBeLessThanOrEqual(3);
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect.poll(async () => (await said()).at(-1), { timeout: 30_000 }).toBe('Repaired and proven');
  const all = await said();
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((words) => words.startsWith('Prove:'))).toHaveLength(1);
});
