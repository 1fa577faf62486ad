import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { Result } from '../../shared/model/result.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { runsOf } from '../repairs/journal-runs.ts';
import type { Journal } from '../repairs/journal.ts';
import type { JournalWriter } from '../repairs/journal-writer.ts';
import { CaseFile } from './case-file.ts';
import { caseJournal } from './case-journal.ts';
import { inWords } from './disk-words.ts';
import { repairsOf } from './noted-repairs.ts';
import { readJson } from './read-json.ts';

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
  const journal = caseJournal(folder, writer, () => file);
  const hasBegun = async (): Promise<boolean> => (await journal.read()).length > 0;
  const writeAbout = async (about: CaseFile): Promise<void> => {
    file = about;
    await write('case.json', `${JSON.stringify(file, null, 1)}\n`);
  };
  /** What the journal tells, which another process may have gone on with, and these notes. */
  const withJournal = async (notes: CaseRepair[]): Promise<CaseRepair[]> =>
    repairsOf(runsOf(await journal.read()), notes);
  // A journal that cannot be read is told by whoever reads it.
  file = { ...file, repairs: await withJournal(file.repairs).catch(() => file.repairs) };
  return {
    id: file.id,
    folder,
    journal,
    about: () => file,
    saveBackup: (name, content) => write(join('backups', name), content),
    async saveBefore(run, result) {
      await writeResult(`before-${run}.json`, result);
      if (!(await hasBegun())) await writeResult('before.json', result);
    },
    async saveFound(result) {
      await writeResult((await hasBegun()) ? 'after.json' : 'before.json', result);
      await writeAbout({ ...file, updatedAt: result.startedAt });
    },
    saveAfter: (result) => writeResult('after.json', result),
    before: (run) => readResult(run === undefined ? 'before.json' : `before-${run}.json`),
    after: () => readResult('after.json'),
    backups: () => inWords(join(folder, 'backups'), namesBelow),
    async problems() {
      const results = (await readdir(folder)).filter((name) => isResult.test(name)).toSorted();
      const told = results.map((name) => readJson(join(folder, name), Result).then(() => [], toldOf));
      const place = join(folder, 'backups');
      const gone = existsSync(place) ? [] : [`${place} is not there any more, nor is what it held.`];
      return [...(await Promise.all(told)).flat(), ...gone];
    },
    async noteRepair(repair) {
      const others = file.repairs.filter(({ run }) => run !== repair.run);
      await writeAbout({ ...file, updatedAt: repair.endedAt, repairs: await withJournal([...others, repair]) });
    },
  };
}

const isResult = /^(?:before|after).*\.json$/u;

const toldOf = (error: unknown): string[] => [error instanceof Error ? error.message : String(error)];

async function namesBelow(place: string): Promise<string[]> {
  const names = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.toSorted().map((name) => join(place, name));
}
