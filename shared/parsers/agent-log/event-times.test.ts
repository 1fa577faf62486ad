import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesInOrder } from './event-times.ts';

/** No whole quarter of an hour away from any time below: the clock is taken as UTC. */
const modified = '2026-10-26T12:07:03.000Z';
const at = (dates: string[], file = modified): string[] =>
  timesInOrder(dates, file).map((time) => time.at.slice(0, 16));

describe('the order of the lines is the truth', () => {
  test('the clock goes back in October', () => {
    expect(at(['Oct 25 02:10:00', 'Oct 25 02:50:00', 'Oct 25 02:05:00', 'Oct 25 02:40:00'])).toEqual([
      '2026-10-25T02:05',
      '2026-10-25T02:05',
      '2026-10-25T02:05',
      '2026-10-25T02:40',
    ]);
  });

  test('a log of more than a year', () => {
    expect(at(['Nov 20 10:00:00', 'Aug 01 10:00:00', 'Dec 24 10:00:00', 'Feb 01 10:00:00'])).toEqual([
      '2024-11-20T10:00',
      '2025-08-01T10:00',
      '2025-12-24T10:00',
      '2026-02-01T10:00',
    ]);
  });

  test('what has no time has that of the next, and at the end that of its file', () => {
    expect(timesInOrder(['', 'Oct 26 10:00:00', ''], modified)).toEqual([
      { at: '2026-10-26T10:00:00.000Z', told: false },
      { at: '2026-10-26T10:00:00.000Z', told: true },
      { at: modified, told: false },
    ]);
  });

  test('the time zone of the file counts for all', () => {
    expect(at(['Oct 26 09:00:00', 'Oct 26 10:00:00'], '2026-10-26T08:00:01.000Z')).toEqual([
      '2026-10-26T07:00',
      '2026-10-26T08:00',
    ]);
  });

  test('no time is later than the one after it', () => {
    const date = fc.date({ min: new Date(0), max: new Date('2030-01-01'), noInvalidDate: true }).map((time) => {
      const month = time.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' });
      return `${month} ${time.getUTCDate()} ${time.toISOString().slice(11, 19)}`;
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(date, fc.constant('')), { maxLength: 30 }), (dates) => {
        const times = at(dates);
        expect(times).toEqual(times.toSorted());
      }),
    );
  });
});
