import { expect, test } from '@playwright/test';
import { walkWithAxe } from './support/axe.ts';
import { answerConfirmation, diagnose, launchWithData } from './support/practice.ts';

test('every screen passes axe in light, dark and forced colours', async () => {
  test.setTimeout(300_000);
  await walkWithAxe([[1280, 720]]);
});

test('what changes by itself is said aloud, once each, and nothing between', async () => {
  const wizard = await launchWithData();
  const { app, page } = wizard;
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
  await wizard.close();
});
