import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { answerConfirmation, diagnose, resize } from './practice.ts';
import type { Wizard } from './wizard.ts';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Those of them that look at colours. */
export const ofColours = ['color-contrast', 'link-in-text-block'];

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

/** axe is a large script, which takes longer to load than the colours to look at: it stays in a document that has it. */
export async function builderFor(page: Page): Promise<AxeBuilder> {
  // A frame that is just being loaded has nothing yet.
  const there = await Promise.all(page.frames().map((frame) => frame.evaluate('typeof axe').catch(() => 'undefined')));
  const stays = there.every((type) => type === 'object');
  return new AxeBuilder({ page, ...(stays && { axeSource: ';' }) }).setLegacyMode(true);
}

/**
 * What a page shows passes axe in light and dark, and in Windows' own colours unless `forced` is false.
 *
 * @param screen what it is, for the words of a failure
 */
export async function passAxe(page: Page, screen: string, forced = true): Promise<void> {
  for (const { rules, ...media } of forced ? [...looks, ...forcedLooks] : looks) {
    await page.emulateMedia(media);
    const builder = (await builderFor(page)).options({ resultTypes: ['violations'] });
    const { violations } = await (
      rules === null ? builder.withTags(everything) : builder.withRules([...rules])
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
    );
    expect(found, `${screen}, ${media.colorScheme}, forced colours ${media.forcedColors}`).toEqual([]);
  }
}

/** All screens, from Start to Report, in windows of these sizes: axe finds nothing, whatever the colours. */
export async function walkWithAxe(
  wizard: Wizard,
  sizes: readonly (readonly [width: number, height: number])[],
): Promise<void> {
  const { app, page } = wizard;
  const everySize = async (screen: string) => {
    for (const [width, height] of sizes) {
      await resize(wizard, width, height);
      await passAxe(page, `${screen} at ${width}`, width === 1280);
    }
    await resize(wizard, 1280, 720);
  };

  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await everySize('start');
  await diagnose(page, 'stale-binding');
  await everySize('diagnose');
  await page.getByText(/^Sound \(/u).click();
  await page.getByText(/more HTTPS endpoints?/u).click();
  await passAxe(page, 'diagnose with everything unfolded');
  await resize(wizard, 683, 512);
  await page.getByRole('button', { name: /^HTTP\.SYS: broken/u }).click();
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toBeVisible();
  await passAxe(page, 'evidence as an overlay');
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
  await expect(page.getByRole('heading', { level: 1, name: 'Prove' })).toBeVisible();
  await everySize('prove');
  await page.getByRole('button', { name: 'To the report' }).click();
  await page.getByRole('button', { name: 'Names, addresses, accounts' }).click();
  await expect(page.getByRole('heading', { name: 'What is replaced' })).toBeVisible();
  await everySize('report');
}
