import { test } from '@playwright/test';
import { walkWithAxe } from './support/axe.ts';

test('every screen passes axe in narrow windows and zoomed to 200 %', async () => {
  test.setTimeout(300_000);
  await walkWithAxe([
    [683, 512],
    [512, 384],
  ]);
});
