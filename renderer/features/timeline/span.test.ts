import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../shared/report/timeline.ts';
import { everything, fromField, toField, wantedMoments, withDays } from './span.ts';

const moment = (at: string, kind: Moment['kind'], words: string): Moment => ({ at, kind, words, source: 'System log' });
const moments = [
  moment('2026-11-21T08:00:00.000Z', 'start', 'Windows was started'),
  moment('2026-11-21T08:00:30.000Z', 'settings', 'Event 15300, 0.0.0.0:443'),
  moment('2026-11-22T14:00:00.000Z', 'repair', 'Repair begun'),
];

describe('wantedMoments', () => {
  it.each([
    [{}, ['Repair begun', 'Event 15300, 0.0.0.0:443', 'Windows was started']],
    [{ kind: 'settings' as const }, ['Event 15300, 0.0.0.0:443']],
    [{ search: '443 15300' }, ['Event 15300, 0.0.0.0:443']],
    [{ from: '2026-11-21T08:00:30.000Z' }, ['Repair begun', 'Event 15300, 0.0.0.0:443']],
    [{ to: '2026-11-21T08:00:00.000Z' }, ['Windows was started']],
    [{ from: '2026-11-23T00:00:00.000Z' }, []],
  ])('with %j', (wish, expected) => {
    expect(wantedMoments(moments, { ...everything, ...wish }).map(({ words }) => words)).toEqual(expected);
  });
});

describe('withDays', () => {
  it('puts one heading above the moments of each day', () => {
    const rows = withDays(moments, (iso) => iso.slice(0, 10));
    expect(rows.map((row) => ('day' in row ? row.day : row.words))).toEqual([
      '2026-11-21',
      'Windows was started',
      'Event 15300, 0.0.0.0:443',
      '2026-11-22',
      'Repair begun',
    ]);
  });
});

describe('the fields of a span', () => {
  it('come back as they were written, to the minute', () => {
    const time = fc.date({ min: new Date('1999-01-01'), max: new Date('2098-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(time, (each) => {
        const minute = new Date(Math.floor(each.getTime() / 60_000) * 60_000).toISOString();
        expect(fromField(toField(minute))).toBe(minute);
      }),
    );
  });

  it('are open while they are empty or half written', () => {
    expect(fromField('')).toBeNull();
    expect(fromField('2026-')).toBeNull();
    expect(toField(null)).toBe('');
  });
});
