import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Result } from '../../shared/model/result.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { openJournal, type Journal } from '../repairs/journal.ts';
import type { JournalWriter } from '../repairs/journal-writer.ts';
import { CaseFile } from './case-file.ts';
import { inWords } from './disk-words.ts';

type CaseRepair = CaseFile['repairs'][number];

/** One case: a folder with case.json, journal.jsonl, backups/, before.json and after.json. */
export interface Case {
  readonly id: string;
  readonly folder: string;
  readonly journal: Journal;
  about(): CaseFile;
  /** Keeps a backup file and returns its path. The file is on the disk when this settles. */
  saveBackup(name: string, content: string | Uint8Array): Promise<string>;
  saveResult(when: 'before' | 'after', result: Result): Promise<void>;
  /** What was found before the repair, or null when it was not kept. */
  before(): Promise<Result | null>;
  noteRepair(repair: CaseRepair): Promise<void>;
}

/** @throws UserError failed when case.json cannot be read or is damaged */
export async function openCase(folder: string, writer: JournalWriter): Promise<Case> {
  let file = await readJson(join(folder, 'case.json'), CaseFile);
  const write = (name: string, content: string | Uint8Array): Promise<string> =>
    inWords(join(folder, name), async (path) => {
      await writeFileAtomic(path, content);
      return path;
    });
  return {
    id: file.id,
    folder,
    journal: openJournal(join(folder, 'journal.jsonl'), writer),
    about: () => file,
    saveBackup: (name, content) => write(join('backups', name), content),
    async saveResult(when, result) {
      await write(`${when}.json`, `${JSON.stringify(result, null, 1)}\n`);
    },
    async before() {
      return readJson(join(folder, 'before.json'), Result).catch(() => null);
    },
    async noteRepair(repair) {
      file = { ...file, updatedAt: repair.endedAt, repairs: [...file.repairs, repair] };
      await write('case.json', `${JSON.stringify(file, null, 1)}\n`);
    },
  };
}

async function readJson<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
  return inWords(path, async () => schema.parse(JSON.parse(await readFile(path, 'utf8'))));
}
