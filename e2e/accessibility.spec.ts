import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { answerConfirmation, diagnose, launchWithData, resize } from './support/practice.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

test('every screen passes axe in light, dark and forced colours, wide, narrow and zoomed', async () => {
  test.setTimeout(300_000);
  const wizard = await launchWithData();
  const { app, page } = wizard;

  const check = async (screen: string) => {
    for (const media of [
      { colorScheme: 'light', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'none' },
      { colorScheme: 'dark', forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia(media);
      // Forced colours are Windows' own: their contrast is not the page's to judge.
      const skip = media.forcedColors === 'active' ? ['color-contrast'] : [];
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode(true)
        .withTags(rules)
        .disableRules(skip)
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
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
      await check(`${screen} at ${width}`);
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
