import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { beginForceOverwrite } from './support/console.ts';
import { withKeptServer } from './support/kept.ts';
import { forDocuments, pictureFolder, takePictures } from './support/pictures.ts';
import { answerConfirmation, diagnose, launchWithData, resize } from './support/practice.ts';

/** Looked at, and not shown in the documents. */
const lookedAt = new Set(['findings', 'remedy-after', 'report-preview', 'several-causes']);

test('every screen, in every size, light and dark', async () => {
  test.setTimeout(240_000);
  const wizard = await launchWithData();
  const { app, page } = wizard;

  const picture = async (screen: string, heading?: string) => {
    if (!forDocuments || !lookedAt.has(screen)) await takePictures(wizard, screen, heading);
  };

  await expect(page.getByRole('radio', { name: /renewed/u })).toBeVisible();
  await picture('start');
  await diagnose(page, 'stale-binding');
  await picture('diagnose');
  if (forDocuments) {
    // The first picture that anybody sees of the product, in the README.
    await page.emulateMedia({ colorScheme: 'light' });
    await resize(wizard, 1280, 800);
    await page.screenshot({ path: join(pictureFolder, 'diagnose.png') });
    await resize(wizard, 1440, 900);
  }
  await picture('findings', 'Findings');
  await picture('timeline', 'Timeline');
  await page.getByRole('button', { name: 'Show the remedy' }).click();
  await expect(page.getByRole('button', { name: /^Apply/u })).toBeVisible();
  await picture('remedy');
  await answerConfirmation(app, 'Apply');
  await page.getByRole('button', { name: /^Apply/u }).click();
  await expect(page.getByText('Repaired and proven.')).toBeVisible({ timeout: 60_000 });
  await picture('remedy-after');
  await page.getByRole('button', { name: 'See the proof' }).click();
  await picture('prove');
  await page.getByRole('button', { name: 'To the report' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Report' })).toBeVisible();
  const report = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(report).toContainText('PS07.corp.example');
  await picture('report');
  await picture('report-preview', 'Preview');

  // Several causes at once, and the step that a person does in the console.
  await page.getByRole('button', { name: 'Begin with another server' }).click();
  await diagnose(page, 'policy-not-forced');
  await picture('several-causes');
  await page.getByRole('button', { name: /^Remedy/u }).click();
  await expect(page.getByRole('group', { name: /console of the SMP/u })).toBeVisible();
  await page.getByRole('button', { name: 'Web Configuration' }).click();
  await picture('console', '3. Force overwrite');
  await wizard.close();
});

test('what waits for a person, and what an earlier run left', async () => {
  test.setTimeout(180_000);
  await withKeptServer(async ({ launch }) => {
    const first = await launch('practice:policy-not-forced');
    await beginForceOverwrite(first.page);
    await takePictures(first, 'waits', '3. Force overwrite');
    await first.close();
    const second = await launch();
    await expect(second.page.getByText('holds a repair that waits')).toBeVisible({ timeout: 30_000 });
    await expect(second.page.getByRole('button', { name: /^Open case/u })).toBeVisible();
    await takePictures(second, 'unfinished');
    await second.close();
  });
});
