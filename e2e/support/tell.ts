import { appendFileSync } from 'node:fs';
import { test } from '@playwright/test';
import type { Figure } from '../../build/bench/figures.mjs';

/** Says a figure in the test's output and report, and to `npm run bench`, which prints all of them. */
export function tell(figure: Figure): void {
  const { name, value, unit } = figure;
  test.info().annotations.push({ type: name, description: `${value} ${unit}` });
  console.log(`${name}: ${value} ${unit}`);
  const file = process.env['PSD_FIGURES'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

/** A figure with two places after the point. */
export const figure = (name: string, value: number, unit: string, limit: Figure['limit'] = null): Figure => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  limit,
});
