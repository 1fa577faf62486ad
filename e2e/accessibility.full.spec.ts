import { test } from '@playwright/test';
import { walkWithAxe } from './support/axe.ts';
import { sharedWizard } from './support/shared.ts';

const shared = sharedWizard();

test('every screen passes axe in narrow windows and zoomed to 200 %', async () => {
  test.setTimeout(300_000);
  await walkWithAxe(shared(), [
    [683, 512],
    [512, 384],
  ]);
});
