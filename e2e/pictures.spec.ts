import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerConfirmation, diagnose, launchWithData, resize } from './support/practice.ts';

/** `npm run screenshots` writes those that the documents show; every practice server has certificates of its own. */
const forDocuments = process.env['PSD_PICTURES'] === '1';
const folder = join(import.meta.dirname, '..', ...(forDocuments ? ['docs', 'pictures'] : ['test-results', 'pictures']));
const documented = [
  [1024, 768],
  [1440, 900],
] as const;
const sizes = forDocuments ? documented : ([[683, 512], [1280, 720], ...documented] as const);
/** Looked at, and not shown in the documents. */
const lookedAt = new Set(['findings', 'remedy-after', 'report-preview', 'several-causes']);
const schemes = ['light', 'dark'] as const;

test('every screen, in every size, light and dark', async () => {
  test.setTimeout(240_000);
  mkdirSync(folder, { recursive: true });
  const wizard = await launchWithData();
  const { app, page } = wizard;

  const takePictures = async (screen: string, heading?: string) => {
    if (forDocuments && lookedAt.has(screen)) return;
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      for (const [width, height] of sizes) {
        await resize(wizard, width, height);
        if (heading !== undefined) {
          const title = page.getByRole('heading', { level: 2, name: heading, exact: true });
          await title.evaluate((element) => element.scrollIntoView({ block: 'start' }));
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow, `${screen} is wider than a window of ${width}`).toBeLessThanOrEqual(0);
        await page.screenshot({ path: join(folder, `${screen}-${width}-${colorScheme}.png`) });
      }
    }
    await resize(wizard, 1440, 900);
  };

  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await takePictures('start');
  await diagnose(page, 'stale-binding');
  await takePictures('diagnose');
  if (forDocuments) {
    // The first picture that anybody sees of the product, in the README.
    await page.emulateMedia({ colorScheme: 'light' });
    await resize(wizard, 1280, 800);
    await page.screenshot({ path: join(folder, 'diagnose.png') });
    await resize(wizard, 1440, 900);
  }
  await takePictures('findings', 'Findings');
  await takePictures('timeline', 'Timeline');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await takePictures('remedy');
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
  await takePictures('remedy-after');
  await page.getByRole('button', { name: 'See the proof' }).click();
  await takePictures('prove');
  await page.getByRole('button', { name: 'To the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  const report = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(report).toContainText('PS07.corp.example');
  await takePictures('report');
  await takePictures('report-preview', 'Preview');

  // Several causes at once, and the step that a person does in the console.
  await page.getByRole('button', { name: 'Begin with another server' }).click();
  await diagnose(page, 'policy-not-forced');
  await takePictures('several-causes');
  await page.getByRole('button', { name: /^Remedy/u }).click();
  await expect(page.getByRole('group', { name: /console of the SMP/u })).toBeVisible();
  await page.getByRole('button', { name: 'Web Configuration' }).click();
  await takePictures('console', '3. Force overwrite');
  await wizard.close();
});
