import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerConfirmation, diagnose, launchWithData, resize } from './support/practice.ts';

const folder = join(import.meta.dirname, '..', 'test-results', 'pictures');
const sizes = [
  [683, 512],
  [1024, 768],
  [1280, 720],
  [1440, 900],
] as const;
const schemes = ['light', 'dark'] as const;

test('every screen, in every size, light and dark', async () => {
  test.setTimeout(180_000);
  mkdirSync(folder, { recursive: true });
  const wizard = await launchWithData();
  const { app, page } = wizard;

  const takePictures = async (screen: string) => {
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      for (const [width, height] of sizes) {
        await resize(wizard, width, height);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${screen} is wider than a window of ${width}`).toBeLessThanOrEqual(0);
        await page.screenshot({ path: join(folder, `${screen}-${width}-${colorScheme}.png`) });
      }
    }
  };

  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await takePictures('start');
  await resize(wizard, 1440, 900);
  await diagnose(page, 'stale-binding');
  await takePictures('diagnose');
  await resize(wizard, 1440, 900);
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await takePictures('remedy');
  await resize(wizard, 1440, 900);
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByRole('button', { name: 'See the proof' })).toBeVisible({ timeout: 60_000 });
  await takePictures('repaired');
  await page.getByRole('button', { name: 'See the proof' }).click();
  await expect(page.getByRole('heading', { name: 'Prove' })).toBeVisible();
  await takePictures('prove');
  await wizard.close();
});
