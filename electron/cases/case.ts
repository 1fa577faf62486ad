import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../app/user-error.ts';
import { Result } from '../../shared/model/result.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { runsOf } from '../repairs/journal-runs.ts';
import { openJournal, type Journal } from '../repairs/journal.ts';
import type { JournalWriter } from '../repairs/journal-writer.ts';
import { CaseFile } from './case-file.ts';
import { inWords } from './disk-words.ts';
import { refuseLostRuns, repairsOf } from './noted-repairs.ts';

type CaseRepair = CaseFile['repairs'][number];

/** One case: a folder with case.json, journal.jsonl, backups/, before.json, after.json, and before-RUN.json for each run. */
export interface Case {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  about(): CaseFile;
  /** Keeps a backup file and returns its path. The file is on the disk when this settles. */
  saveBackup(name: string, content: string | Uint8Array): Promise<string>;
  /** Keeps what was found before a run; what was found before the first one stays the case's `before.json`. */
  saveBefore(run: string, result: Result): Promise<void>;
  /** Keeps a diagnosis that no repair asked for: as what was found before the first repair, or as what was found last. */
  saveFound(result: Result): Promise<void>;
  /** Keeps what was found last. */
  saveAfter(result: Result): Promise<void>;
  /** What was found before a run, before the first one without it; null when it was not kept. */
  before(run?: string): Promise<Result | null>;
  after(): Promise<Result | null>;
  /** The paths of the files that were backed up, in the order of the repairs. */
  backups(): Promise<string[]>;
  /** What of it cannot be read any more, in words: results that are damaged, backups that are gone. */
  problems(): Promise<string[]>;
  /** Notes how a repair ended, in the place of what was noted of the same run. */
  noteRepair(repair: CaseRepair): Promise<void>;
}

/** @throws UserError failed when case.json cannot be read or is damaged */
export async function openCase(folder: string, writer: JournalWriter): Promise<Case> {
  let file = await readJson(join(folder, 'case.json'), CaseFile);
  if (file.id !== basename(folder)) {
    throw new UserError('failed', `${join(folder, 'case.json')} cannot be used: it is that of the case ${file.id}.`);
  }
  const write = (name: string, content: string | Uint8Array): Promise<string> =>
    inWords(join(folder, name), async (path) => {
      await writeFileAtomic(path, content);
      return path;
    });
  const writeResult = async (name: string, result: Result): Promise<void> => {
    await write(name, `${JSON.stringify(result, null, 1)}\n`);
  };
  const readResult = (name: string): Promise<Result | null> => readJson(join(folder, name), Result).catch(() => null);
  const path = join(folder, 'journal.jsonl');
  const lines = openJournal(path, file.id, writer);
  const journal: Journal = {
    ...lines,
    async read() {
      const entries = await lines.read();
      if (entries.some((entry) => entry.mark === 'begin' && entry.target !== file.target)) {
        throw new UserError('failed', `${path} cannot be used: it is that of another case. Nothing was changed.`);
      }
      refuseLostRuns(runsOf(entries), file.repairs, path);
      return entries;
    },
  };
  const writeAbout = async (about: CaseFile): Promise<void> => {
    file = about;
    await write('case.json', `${JSON.stringify(file, null, 1)}\n`);
  };
  // A journal that cannot be read is told by whoever reads it.
  const entries = await journal.read().catch(() => null);
  if (entries !== null) file = { ...file, repairs: repairsOf(runsOf(entries), file.repairs) };
  return {
    id: file.id,
    folder,
    journal,
    about: () => file,
    saveBackup: (name, content) => write(join('backups', name), content),
    async saveBefore(run, result) {
      await writeResult(`before-${run}.json`, result);
      if (file.repairs.length === 0) await writeResult('before.json', result);
    },
    async saveFound(result) {
      const begun = (await journal.read()).length > 0;
      await writeResult(begun ? 'after.json' : 'before.json', result);
      await writeAbout({ ...file, updatedAt: result.startedAt });
    },
    saveAfter: (result) => writeResult('after.json', result),
    before: (run) => readResult(run === undefined ? 'before.json' : `before-${run}.json`),
    after: () => readResult('after.json'),
    backups: () =>
      inWords(join(folder, 'backups'), async (place) => {
        const names = await readdir(place).catch(nothingThere);
        return names.toSorted().map((name) => join(place, name));
      }),
    async problems() {
      const results = ['before.json', 'after.json'].map((name) => join(folder, name)).filter(existsSync);
      const told = await Promise.all(results.map((kept) => readJson(kept, Result).then(() => [], toldOf)));
      const place = join(folder, 'backups');
      return [...told.flat(), ...(existsSync(place) ? [] : [`${place} is not there any more, nor is what it held.`])];
    },
    async noteRepair(repair) {
      const known = file.repairs.some(({ run }) => run === repair.run);
      const repairs = known
        ? file.repairs.map((one) => (one.run === repair.run ? repair : one))
        : [...file.repairs, repair];
      await writeAbout({ ...file, updatedAt: repair.endedAt, repairs });
    },
  };
}

const toldOf = (error: unknown): string[] => [error instanceof Error ? error.message : String(error)];

function nothingThere(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function readJson<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
  return inWords(path, async () => {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    refuseNewer(path, value);
    return schema.parse(value);
  });
}

function refuseNewer(path: string, value: unknown): void {
  const { success, data } = z.object({ version: z.number().gt(1) }).safeParse(value);
  if (!success) return;
  const words = `it was written by a newer version of Package Server Doctor (format ${data.version}), which can open it`;
  throw new UserError('failed', `${path} cannot be used: ${words}. Nothing was changed.`);
}
