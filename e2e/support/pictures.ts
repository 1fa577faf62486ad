import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { resize } from './practice.ts';
import type { Wizard } from './wizard.ts';

/** `npm run screenshots` writes those that the documents show; with PSD_PICTURES=all a test run writes all, to be looked at. */
const wanted = process.env['PSD_PICTURES'];
export const forDocuments = wanted === '1';
const root = join(import.meta.dirname, '..', '..');
export const pictureFolder = join(root, ...(forDocuments ? ['docs', 'pictures'] : ['test-results', 'pictures']));
const documented = [
  [1024, 768],
  [1440, 900],
] as const;
/** 512 by 384 is a window of 1024 by 768 at 200 %. */
const sizes = forDocuments ? documented : ([[512, 384], [683, 512], [1280, 720], ...documented] as const);

/**
 * Shows a screen in every size and both colour schemes, sees that nothing is wider than the window, and takes the
 * pictures that are wanted.
 *
 * @param heading that the screen is scrolled to
 */
export async function takePictures(wizard: Wizard, screen: string, heading?: string): Promise<void> {
  mkdirSync(pictureFolder, { recursive: true });
  const { page } = wizard;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of sizes) {
      // Colours move nothing: one size is enough to look at them.
      if (!forDocuments && colorScheme === 'dark' && width !== 1024) continue;
      await resize(wizard, width, height);
      if (heading !== undefined) {
        const title = page.getByRole('heading', { level: 2, name: heading, exact: true });
        await title.evaluate((element) => element.scrollIntoView({ block: 'start' }));
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${screen} is wider than a window of ${width}`).toBeLessThanOrEqual(0);
      if (wanted !== undefined)
        await page.screenshot({ path: join(pictureFolder, `${screen}-${width}-${colorScheme}.png`) });
    }
  }
  await resize(wizard, 1440, 900);
}
