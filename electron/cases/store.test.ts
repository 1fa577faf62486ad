import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { JournalEntry } from '../repairs/journal-entry.ts';
import { newJournal } from '../repairs/journal.ts';
import type { CaseFile } from './case-file.ts';
import { listCases } from './case-list.ts';
import { viewCase } from './case-view.ts';
import { openCaseStore } from './store.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'psdoctor-cases-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});

const about = {
  target: 'practice:healthy',
  server: 'PS07.corp.example',
  identity: null,
  now: '2026-01-31T10:00:00.000Z',
};

const [at, run] = ['2026-01-31T10:00:00.000Z', '01-restart-agent'];
const begin = {
  mark: 'begin',
  at,
  run,
  repair: 'restart-agent',
  target: about.target,
  endpoint: null,
  certificate: null,
  steps: [],
} as const satisfies JournalEntry;
const end: JournalEntry = { mark: 'end', at, run, outcome: 'fixed', detail: '' };

describe('openCaseStore', () => {
  it('numbers the cases of a day and lists the newest first', async () => {
    const store = await openCaseStore(data);
    const first = await store.create(about);
    const second = await store.create({ ...about, server: null });
    const third = await store.create({ ...about, now: '2026-02-01T00:00:00.000Z' });
    expect([first.id, second.id, third.id]).toEqual(['2026-01-31-01-ps07', '2026-01-31-02', '2026-02-01-01-ps07']);
    const again = await openCaseStore(data);
    expect((await again.list()).map(({ id }) => id)).toEqual([third.id, second.id, first.id]);
    expect((await again.latest())?.id).toBe(third.id);
    expect((await again.open(first.id)).about()).toMatchObject({
      id: first.id,
      server: 'PS07.corp.example',
      repairs: [],
    });
  });

  it('gives two processes that create at once a case each', async () => {
    const stores = await Promise.all([openCaseStore(data), openCaseStore(data)]);
    const cases = await Promise.all(Array.from({ length: 10 }, (_, index) => stores[index % 2]!.create(about)));
    expect(new Set(cases.map(({ id }) => id)).size).toBe(10);
  });

  it('keeps what was noted, and leaves no temporary file', async () => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    const path = await kept.saveBackup('record.txt', 'netsh …');
    for (const entry of [begin, end]) await kept.journal.append(entry);
    await kept.noteRepair({ run: begin.run, repair: begin.repair, outcome: 'fixed', endedAt: about.now });
    expect(path).toBe(join(kept.folder, 'backups', 'record.txt'));
    expect((await store.open(kept.id)).about().repairs).toHaveLength(1);
    expect((await readdir(kept.folder)).toSorted()).toEqual(['backups', 'case.json', 'journal.jsonl']);
  });

  it('takes what a dead process left of a case for none, and takes it away later', async () => {
    const store = await openCaseStore(data);
    const left = join(store.folder, '2026-01-31-01-ps07');
    await mkdir(join(left, 'backups'), { recursive: true });
    await writeFile(join(left, 'journal.jsonl'), newJournal('2026-01-31-01-ps07'));
    await writeFile(join(left, 'case.json.0123.tmp'), '{"form');
    expect(await store.list()).toEqual([]);
    await expect(store.open('2026-01-31-01-ps07')).rejects.toMatchObject({ code: 'notFound' });
    // Another process can be making it at this moment.
    expect((await store.create(about)).id).toBe('2026-01-31-02-ps07');
    const longAgo = new Date(about.now);
    await utimes(left, longAgo, longAgo);
    expect((await store.create(about)).id).toBe('2026-01-31-01-ps07');
  });

  it.each([
    ['journal.jsonl', 'half a line'],
    ['before-01.json', '{}'],
    ['backups/record.txt', 'netsh …'],
  ])('tells a case without its case.json as damaged when it has %s, and keeps it', async (name, content) => {
    const store = await openCaseStore(data);
    const lost = await store.create(about);
    await rm(join(lost.folder, 'case.json'));
    await writeFile(join(lost.folder, name), content);
    const longAgo = new Date(about.now);
    await utimes(lost.folder, longAgo, longAgo);
    await store.create(about);
    expect((await listCases(store)).map(({ id, state }) => [id, state])).toEqual([
      ['2026-01-31-02-ps07', 'unchanged'],
      ['2026-01-31-01-ps07', 'damaged'],
    ]);
    expect(await readFile(join(lost.folder, name), 'utf8')).toBe(content);
  });

  it('tells a damaged case and hides no other', async () => {
    const store = await openCaseStore(data);
    const good = await store.create(about);
    const bad = await store.create(about);
    await writeFile(join(bad.folder, 'case.json'), '{"format":');
    const list = await store.list();
    expect(list[0]).toMatchObject({ id: bad.id, problem: expect.stringContaining('damaged') });
    expect(list[1]).toMatchObject({ id: good.id, about: { id: good.id } });
    await expect(store.open('../../etc')).rejects.toMatchObject({ code: 'notFound' });
  });

  it('forgets no half-done repair whose case.json is damaged, or that of another case', async () => {
    const store = await openCaseStore(data);
    const good = await store.create(about);
    const bad = await store.create(about);
    await bad.journal.append(begin);
    for (const content of ['{"format":', JSON.stringify({ ...bad.about(), id: good.id })]) {
      await writeFile(join(bad.folder, 'case.json'), content);
      expect((await store.list()).map(({ id }) => id)).toEqual([bad.id, good.id]);
      expect(await store.openRuns()).toMatchObject([{ case: bad.id, problem: expect.stringContaining('case.json') }]);
      expect(await store.unfinished()).toMatchObject({ case: bad.id, waits: null });
    }
    await bad.journal.append(end);
    expect(await store.openRuns()).toEqual([]);
  });

  it('takes from the journal how a repair ended, for a process can die before it notes that', async () => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    await kept.journal.append(begin);
    expect((await listCases(store))[0]).toMatchObject({ state: 'unfinished', repairs: [] });
    await kept.journal.append(end);
    const repairs = [{ run: begin.run, repair: begin.repair, outcome: 'fixed', endedAt: at }];
    expect((await listCases(store))[0]).toMatchObject({ state: 'finished', repairs });
    await kept.noteRepair(repairs[0] as Parameters<typeof kept.noteRepair>[0]);
    await kept.journal.append({ mark: 'undoing', at, run: begin.run, why: 'It was asked for.' });
    expect((await listCases(store))[0]).toMatchObject({ state: 'unfinished', repairs: [] });
  });

  it.each<[string, string, RegExp]>([
    ['is empty', '', /it is empty/u],
    ['tells of no repair', newJournal('2026-01-31-01-ps07'), /01-restart-agent, which case\.json names as fixed/u],
    [
      'lacks the end',
      `${newJournal('2026-01-31-01-ps07')}${JSON.stringify({ line: 1, ...begin })}\n`,
      /the end of the repair/u,
    ],
  ])('calls a case damaged whose journal %s, and lets no repair begin', async (_what, content, why) => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    for (const entry of [begin, end]) await kept.journal.append(entry);
    await kept.noteRepair({ run: begin.run, repair: begin.repair, outcome: 'fixed', endedAt: at });
    await writeFile(join(kept.folder, 'journal.jsonl'), content);
    const words = expect.stringMatching(why);
    expect((await listCases(store))[0]).toMatchObject({ id: kept.id, state: 'damaged', words });
    expect(await store.openRuns()).toMatchObject([{ problem: expect.stringContaining('Put its journal.jsonl right') }]);
    await expect((await store.open(kept.id)).journal.read()).rejects.toMatchObject({ code: 'failed' });
  });

  it('lets no repair begin where neither case.json nor the journal tells anything any more', async () => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    await kept.saveBackup('record.txt', 'netsh …');
    await rm(join(kept.folder, 'case.json'));
    await writeFile(join(kept.folder, 'journal.jsonl'), '');
    expect(await store.openRuns()).toMatchObject([{ case: kept.id, problem: expect.stringContaining('may have') }]);
  });

  it('notes a repair beside those that another process has noted meanwhile', async () => {
    const store = await openCaseStore(data);
    const first = await store.create(about);
    const second = await store.open(first.id);
    const note = { repair: begin.repair, outcome: 'fixed', endedAt: at } as const;
    for (const entry of [begin, end]) await first.journal.append(entry);
    await first.noteRepair({ run, ...note });
    for (const entry of [begin, end]) await second.journal.append({ ...entry, run: '02-restart-agent' });
    await second.noteRepair({ run: '02-restart-agent', ...note });
    const { repairs } = JSON.parse(await readFile(join(first.folder, 'case.json'), 'utf8')) as CaseFile;
    expect(repairs.map((each) => each.run)).toEqual([run, '02-restart-agent']);
  });

  it('says that a case is from a newer version', async () => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    await writeFile(join(kept.folder, 'case.json'), JSON.stringify({ ...kept.about(), version: 2 }));
    await expect(store.open(kept.id)).rejects.toMatchObject({ message: expect.stringContaining('newer version') });
  });

  it('shows what can be read of a case, and says what cannot', async () => {
    const store = await openCaseStore(data);
    const kept = await store.create(about);
    await kept.journal.append(begin);
    await writeFile(join(kept.folder, 'before.json'), '{"format":');
    await rm(join(kept.folder, 'backups'), { recursive: true });
    expect(await viewCase(await store.open(kept.id))).toMatchObject({
      runs: [{ run: begin.run }],
      before: null,
      backups: [],
      problems: [expect.stringMatching(/before\.json .*damaged/u), expect.stringMatching(/backups is not there/u)],
    });
  });

  it.skipIf(process.platform === 'win32')('refuses a folder that others can write to', async () => {
    await chmod(data, 0o777);
    await expect(openCaseStore(data)).rejects.toMatchObject({ code: 'refused' });
    await chmod(data, 0o700);
    await mkdir(join(data, 'cases'));
    await chmod(join(data, 'cases'), 0o770);
    await expect(openCaseStore(data)).rejects.toMatchObject({ code: 'refused' });
  });

  it('says why a folder cannot be made', async () => {
    const file = join(data, 'file');
    await writeFile(file, '');
    await expect(openCaseStore(file)).rejects.toMatchObject({ code: 'failed', message: expect.stringContaining(file) });
  });
});
