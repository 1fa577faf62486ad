import { expect, it } from 'vitest';
import { movedBy } from './keys.ts';

it.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 90, 99],
  ['PageUp', 25, 15],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['x', 50, null],
])('%s from row %i of a hundred goes to %s', (key, active, expected) => {
  expect(movedBy(key, active, 100, 10)).toBe(expected);
});
