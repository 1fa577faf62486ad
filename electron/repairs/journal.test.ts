import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BeginEntry, Direction, JournalEntry } from './journal-entry.ts';
import { runsOf, unfinishedWords, waitingFor } from './journal-runs.ts';
import { flushingWriter } from './journal-writer.ts';
import { isNewJournal, newJournal, openJournal } from './journal.ts';

const at = '2026-01-31T10:00:00.000Z';
const run = '01-rebind-certificate';
const id = '2026-01-31-01';
const endpoint = { kind: 'ip', address: '0.0.0.0', host: '', port: 443 } as const;
const record = {
  endpoint,
  thumbprint: 'A'.repeat(40),
  thumbprintReadable: true,
  appId: null,
  store: null,
  flags: { usagecheck: false },
  unknownFlags: [],
};
const begin: BeginEntry = {
  mark: 'begin',
  at,
  run,
  repair: 'rebind-certificate',
  target: 'practice:healthy',
  endpoint,
  certificate: null,
  steps: [
    { kind: 'netshDelete', record, noUndo: null },
    { kind: 'netshAdd', record },
  ],
};
const before = (step: number, direction: Direction = 'apply'): JournalEntry => ({
  mark: 'before',
  at,
  run,
  direction,
  step,
});
const after = (step: number, outcome: 'done' | 'failed' | 'altered', direction: Direction = 'apply'): JournalEntry => ({
  mark: 'after',
  at,
  run,
  direction,
  step,
  outcome,
  detail: '',
});
const end: JournalEntry = { mark: 'end', at, run, outcome: 'fixed', detail: '' };

describe('journal', () => {
  let file: string;
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'psdoctor-journal-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    file = join(folder, 'journal.jsonl');
    await writeFile(file, newJournal(id));
  });

  it('reads back what was appended, and holds no command', async () => {
    const journal = openJournal(file, id, flushingWriter);
    for (const entry of [begin, before(0), after(0, 'done')]) await journal.append(entry);
    expect(await journal.read()).toEqual([begin, before(0), after(0, 'done')]);
    expect(await readFile(file, 'utf8')).not.toMatch(/netsh(?:\.exe)?["\s]|certhash=/u);
  });

  it('passes over a line that was cut off at any byte, and writes on behind the last whole one', async () => {
    const journal = openJournal(file, id, flushingWriter);
    await journal.append(begin);
    const whole = await readFile(file, 'utf8');
    const line = `${JSON.stringify({ line: 2, ...before(0) })}\n`;
    for (let length = 1; length < line.length; length++) {
      await writeFile(file, whole + line.slice(0, length));
      expect(await journal.read()).toEqual([begin]);
    }
    await appendFile(file, 'half');
    await journal.append(end);
    expect(await journal.read()).toEqual([begin, end]);
  });

  it.each<[string, (lines: string[]) => string[], RegExp]>([
    ['it is empty', () => [], /it is empty/u],
    ['its head is missing', ([, ...rest]) => rest, /damaged .*line 1\)/u],
    [
      'it is from a newer version',
      ([head, ...rest]) => [head!.replace('"version":1', '"version":2'), ...rest],
      /newer/u,
    ],
    [
      'it is of another case',
      ([head, ...rest]) => [head!.replace(id, '2026-01-31-02'), ...rest],
      /of case 2026-01-31-02/u,
    ],
    ['a line is no entry', ([head, , ...rest]) => [head!, '{"mark":"before"}', ...rest], /damaged .*line 2\)/u],
    ['lines are missing', ([head, first, , ...rest]) => [head!, first!, ...rest], /line 3 is not the one/u],
    ['lines are swapped', ([head, one, two, ...rest]) => [head!, two!, one!, ...rest], /line 2 is not the one/u],
    ['a line is there twice', ([head, one, ...rest]) => [head!, one!, one!, ...rest], /line 3 is not the one/u],
    ['a line has no number', ([head, one]) => [head!, one!.replace('"line":1,', '')], /damaged .*line 2\)/u],
    [
      'a step is none of its repair',
      (lines) => lines.map((line) => line.replace('"step":0', '"step":7')),
      /line 3 belongs/u,
    ],
    [
      'no repair began',
      (lines) =>
        lines.map((line) =>
          line.replace(`"mark":"begin","at":"${at}","run":"${run}"`, `"mark":"begin","at":"${at}","run":"02"`),
        ),
      /line 3 belongs/u,
    ],
  ])('refuses, instead of guessing, when %s', async (_what, damage, words) => {
    const journal = openJournal(file, id, flushingWriter);
    for (const entry of [begin, before(0), after(0, 'done'), end]) await journal.append(entry);
    const lines = damage((await readFile(file, 'utf8')).trimEnd().split('\n'));
    await writeFile(file, lines.map((line) => `${line}\n`).join(''));
    const message = expect.stringMatching(new RegExp(`${words.source}.*Nothing was changed\\.$`, 'u'));
    await expect(journal.read()).rejects.toMatchObject({ code: 'failed', message });
  });

  it('is not written on once it has lost its head, and says nothing of what was changed then', async () => {
    const journal = openJournal(file, id, flushingWriter);
    await journal.append(begin);
    await writeFile(file, '');
    const message = expect.not.stringContaining('Nothing was changed');
    await expect(journal.append(before(0))).rejects.toMatchObject({ code: 'failed', message });
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('knows a new one', async () => {
    expect([newJournal(id), ''].map(isNewJournal)).toEqual([true, true]);
    await openJournal(file, id, flushingWriter).append(begin);
    expect([await readFile(file, 'utf8'), 'half a line', '{}\n'].map(isNewJournal)).toEqual([false, false, false]);
  });
});

describe('runsOf', () => {
  const states = (...entries: JournalEntry[]) => runsOf([begin, ...entries])[0]?.steps.map(({ state }) => state);

  it.each<[JournalEntry[], string[]]>([
    [[], ['waiting', 'waiting']],
    [[before(0)], ['applying', 'waiting']],
    [
      [before(0), after(0, 'done')],
      ['done', 'waiting'],
    ],
    [
      [before(0), after(0, 'done'), before(1), after(1, 'failed')],
      ['done', 'failed'],
    ],
    [
      [before(0), after(0, 'altered')],
      ['altered', 'waiting'],
    ],
    [
      [before(0), after(0, 'done'), before(0, 'undo')],
      ['undoing', 'waiting'],
    ],
    [
      [before(0), after(0, 'done'), before(0, 'undo'), after(0, 'done', 'undo')],
      ['undone', 'waiting'],
    ],
    [
      [before(0), after(0, 'done'), before(0, 'undo'), after(0, 'failed', 'undo')],
      ['undoing', 'waiting'],
    ],
  ])('%#: tells the states', (entries, expected) => {
    expect(states(...entries)).toEqual(expected);
  });

  it('knows the unfinished run, which a later undo opens again', () => {
    const undoing: JournalEntry = { mark: 'undoing', at, run, why: 'asked for' };
    expect(runsOf([begin, end])[0]?.end).toEqual(end);
    const [open] = runsOf([begin, end, undoing]);
    expect(open).toMatchObject({ end: null, undoing: 'asked for' });
    expect(unfinishedWords(open!)).toContain('0.0.0.0:443');
  });

  it('tells what waits from what a process died in', () => {
    const pending: JournalEntry = { mark: 'pending', at, run, step: 0, for: 'policy', words: 'No policy came yet.' };
    const [waits] = runsOf([begin, before(0), pending]);
    expect(waits?.steps[0]).toMatchObject({ state: 'pending', waitsFor: { for: 'policy' } });
    expect(unfinishedWords(waits!)).toMatch(/waits for a policy\. No policy came yet\. .*resumed/u);
    const [again] = runsOf([begin, before(0), pending, before(0)]);
    expect(waitingFor(again!)).toBeNull();
    expect(unfinishedWords(again!)).toContain('one was in the middle');
    const [undone] = runsOf([begin, before(0), pending, { mark: 'undoing', at, run, why: 'asked for' }]);
    expect(waitingFor(undone!)).toBeNull();
  });
});
