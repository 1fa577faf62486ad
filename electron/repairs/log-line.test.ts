import { describe, expect, it } from 'vitest';
import { lineSince, newestLine } from './log-line.ts';

const line = (message: string, at: string, number: number, file = 'agent.log') => ({
  message,
  at,
  file,
  line: number,
  severity: 4,
  text: message,
});
const log = (...matches: ReturnType<typeof line>[]) => ({
  files: 1,
  from: null,
  to: null,
  matches,
  missingFeatures: [],
});
const start = ['pluginStarting'] as const;
const [early, late] = ['2026-01-31T10:00:00.000Z', '2026-01-31T10:00:01.000Z'];

describe('lineSince', () => {
  const old = log(line('pluginStarting', early, 10));
  const known = newestLine(old, start);

  it('finds no newer line where there is none', () => {
    expect(known).toEqual({ at: early, file: 'agent.log', line: 10 });
    expect(lineSince(old, start, known)).toBeNull();
    expect(lineSince(log(line('baseDirectory', late, 20)), start, known)).toBeNull();
    expect(lineSince(undefined, start, known)).toBeNull();
  });

  it.each([
    ['a later line', line('pluginStarting', late, 20)],
    ['another line of the same second', line('pluginStarting', early, 11)],
    ['a line in the next file', line('pluginStarting', early, 10, 'agent1.log')],
  ])('finds %s', (_what, newer) => {
    expect(lineSince(log(...old.matches, newer), start, known)).toEqual(newer);
  });

  it('takes any line for new when none was there before', () => {
    expect(newestLine(log(), start)).toBeNull();
    expect(lineSince(old, start, null)).toEqual(old.matches[0]);
  });

  it('does not take an older line of another file for new', () => {
    expect(lineSince(log(line('pluginStarting', early, 3, 'agent1.log')), start, { ...known!, at: late })).toBeNull();
  });
});
