import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerConfirmation, diagnose, launchWithData, resize } from './support/practice.ts';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Those of them that look at colours. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Names, roles, order and sizes are the same in every look: after the first one only what colours can break is asked. */
const looks = [
  { colorScheme: 'light', forcedColors: 'none', rules: null },
  { colorScheme: 'dark', forcedColors: 'none', rules: ofColours },
] as const;

/** Windows' own colours know no width. */
const forcedLooks = [
  { colorScheme: 'dark', forcedColors: 'active', rules: ofColours },
  { colorScheme: 'light', forcedColors: 'active', rules: ofColours },
] as const;

test('every screen passes axe in light, dark and forced colours, wide, narrow and zoomed', async () => {
  test.setTimeout(300_000);
  const wizard = await launchWithData();
  const { app, page } = wizard;

  const analyze = (rules: string[] | null) => {
    const builder = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    return (rules === null ? builder.withTags(everything) : builder.withRules(rules)).analyze();
  };

  const check = async (screen: string, forced = true) => {
    for (const { rules, ...media } of forced ? [...looks, ...forcedLooks] : looks) {
      await page.emulateMedia(media);
      const { violations } = await analyze(rules);
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
      );
      expect(found, `${screen}, ${media.colorScheme}, forced colours ${media.forcedColors}`).toEqual([]);
    }
  };
  const everySize = async (screen: string) => {
    for (const [width, height] of [
      [1280, 720],
      [683, 512],
      [512, 384],
    ] as const) {
      await resize(wizard, width, height);
      await check(`${screen} at ${width}`, width === 1280);
    }
    await resize(wizard, 1280, 720);
  };

  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await everySize('start');
  await diagnose(page, 'stale-binding');
  await everySize('diagnose');
  await page.getByText(/^Sound \(/u).click();
  await page.getByText(/more HTTPS endpoints/u).click();
  await check('diagnose with everything unfolded');
  await resize(wizard, 683, 512);
  await page.getByRole('button', { name: /^HTTP\.SYS: broken/u }).click();
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toBeVisible();
  await check('evidence as an overlay');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toHaveCount(0);
  await resize(wizard, 1280, 720);
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await page
    .getByText(/Force overwrite$/u)
    .last()
    .click();
  await expect(page.getByRole('group', { name: /console of the SMP/u })).toBeVisible();
  await everySize('remedy');
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await page.getByRole('button', { name: 'See the proof' }).click();
  await everySize('prove');
  await page.getByRole('button', { name: 'To the report' }).click();
  await page.getByRole('button', { name: 'Names, addresses, accounts' }).click();
  await expect(page.getByRole('heading', { name: 'What is replaced' })).toBeVisible();
  await everySize('report');
  await wizard.close();
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
