import { expect, it } from 'vitest';
import { endWords } from './expiry.ts';

const now = '2026-03-10T12:00:00.000Z';

it.each([
  ['2026-03-12T13:00:00.000Z', '2 days left'],
  ['2026-03-11T13:00:00.000Z', '1 day left'],
  ['2026-03-10T13:00:00.000Z', '0 days left'],
  ['2026-03-10T11:00:00.000Z', 'ended less than a day ago'],
  ['2026-03-09T11:00:00.000Z', 'ended 1 day ago'],
  ['2026-03-04T11:00:00.000Z', 'ended 6 days ago'],
  ['some day', 'not known when'],
])('a certificate whose last moment is %s: %s', (notAfter, words) => {
  expect(endWords(notAfter, now)).toBe(words);
});
