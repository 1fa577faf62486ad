import { expect, test } from 'vitest';
import { eventTime } from './event-time.ts';

test.each([
  ['Sep 26 15:37:19', '2026-09-26T16:00:00.000Z', '2026-09-26T15:37:19.000Z'],
  // Written on New Year's Eve, and a file that goes on after it.
  ['Dec 31 23:59:59', '2026-01-01T00:10:00.000Z', '2025-12-31T23:59:59.000Z'],
  ['Jan 01 00:00:01', '2026-01-01T00:10:00.000Z', '2026-01-01T00:00:01.000Z'],
  // The log's clock can be ahead of UTC by half a day.
  ['Jan  1 09:00:00', '2025-12-31T20:00:00.000Z', '2026-01-01T09:00:00.000Z'],
  ['Feb 29 12:00:00', '2026-03-01T00:00:00.000Z', '2024-02-29T12:00:00.000Z'],
  ['Sep 26 15:37:19 +2:00', '2026-09-26T16:00:00.000Z', '2026-09-26T13:37:19.000Z'],
  ['Sep 26 2019 15:37:19 -0530', '2026-09-26T16:00:00.000Z', '2019-09-26T21:07:19.000Z'],
  ['2025-06-07 12:43:52 +2:00', '2026-09-26T16:00:00.000Z', '2025-06-07T10:43:52.000Z'],
  ['2025-06-07T12:43:52.123Z', 'no time', '2025-06-07T12:43:52.000Z'],
])('%s in a file of %s is %s', (text, modified, expected) => {
  expect(eventTime(text, modified)).toBe(expected);
});

test.each(['', 'now', 'Foo 12 10:00:00', 'Sep 31 10:00:00', 'Sep 12 25:00:00', 'Sep 12 10:00', '2025-13-01 10:00:00'])(
  '%j is no time',
  (text) => expect(eventTime(text, '2026-09-26T16:00:00.000Z')).toBeNull(),
);
