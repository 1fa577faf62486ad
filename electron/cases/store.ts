import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { runsOf, unfinishedRun, unfinishedWords } from '../repairs/journal-runs.ts';
import { flushingWriter, type JournalWriter } from '../repairs/journal-writer.ts';
import { CaseId, type CaseFile } from './case-file.ts';
import { openCase, type Case } from './case.ts';
import { inWords } from './disk-words.ts';
import { whyModeIsLoose } from './folder-safety.ts';
import { whyWindowsFolderIsLoose } from './windows-folder-guard.ts';

export interface CaseStore {
  /** Where the cases lie. */
  readonly folder: string;
  create(about: { target: string; server: string | null; now: string }): Promise<Case>;
  /** @throws UserError notFound, failed */
  open(id: string): Promise<Case>;
  /** Newest first; a damaged case is told with its problem and hides no other. */
  list(): Promise<({ id: string; about: CaseFile } | { id: string; problem: string })[]>;
  latest(): Promise<Case | null>;
  /** The newest repair that did not come to its end, of all cases or of those of one target. */
  unfinished(target?: string): Promise<{ case: string; words: string } | null>;
}

export interface CaseStoreOptions {
  writer?: JournalWriter;
  /** Why a folder is looser than it may be, or null; default: by this system's own rights. */
  whyLoose?: (folder: string) => Promise<string | null>;
}

const whyLooseHere = process.platform === 'win32' ? whyWindowsFolderIsLoose : whyModeIsLoose;

/**
 * Opens the cases below a data folder, which is made when it is not there.
 *
 * @throws UserError refused when others can write to the folder (a journal that
 * others can write would hand out elevation), failed when it cannot be made
 */
export async function openCaseStore(dataFolder: string, options: CaseStoreOptions = {}): Promise<CaseStore> {
  const { writer = flushingWriter, whyLoose = whyLooseHere } = options;
  const folder = join(dataFolder, 'cases');
  for (const path of [dataFolder, folder]) {
    await inWords(path, () => mkdir(path, { recursive: true, mode: 0o700 }));
    const loose = await whyLoose(path);
    if (loose !== null) {
      throw new UserError(
        'refused',
        `The data folder ${path} cannot be trusted: ${loose}. Whoever can write there could have repairs of their own run. Give it to administrators alone, or use another folder (--data).`,
      );
    }
  }
  const ids = async (): Promise<string[]> => {
    const names = await inWords(folder, (path) => readdir(path));
    return names
      .filter((name) => CaseId.safeParse(name).success)
      .toSorted()
      .toReversed();
  };
  const open = async (id: string): Promise<Case> => {
    if (!(await ids()).includes(id)) throw new UserError('notFound', `There is no case ${id} in ${folder}.`);
    return openCase(join(folder, id), writer);
  };
  const list: CaseStore['list'] = async () =>
    Promise.all(
      (await ids()).map(async (id) => {
        try {
          return { id, about: (await openCase(join(folder, id), writer)).about() };
        } catch (error) {
          return { id, problem: error instanceof UserError ? error.message : String(error) };
        }
      }),
    );
  return {
    folder,
    open,
    list,
    async create(about) {
      const id = await makeFolder(folder, about);
      const path = join(folder, id);
      await inWords(path, async () => {
        await mkdir(join(path, 'backups'));
        await writeFileAtomic(join(path, 'journal.jsonl'), '');
        await writeFileAtomic(join(path, 'case.json'), `${JSON.stringify(newCase(id, about), null, 1)}\n`);
      });
      return openCase(path, writer);
    },
    async latest() {
      const [id] = await ids();
      return id === undefined ? null : open(id);
    },
    async unfinished(target) {
      for (const entry of await list()) {
        if ('problem' in entry || (target !== undefined && entry.about.target !== target)) continue;
        try {
          const run = unfinishedRun(runsOf(await (await open(entry.id)).journal.read()));
          if (run !== null) return { case: entry.id, words: unfinishedWords(run) };
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          return { case: entry.id, words: error.message };
        }
      }
      return null;
    },
  };
}

function newCase(
  id: string,
  { target, server, now }: { target: string; server: string | null; now: string },
): CaseFile {
  return {
    format: 'package-server-doctor/case',
    version: 1,
    id,
    target,
    server,
    createdAt: now,
    updatedAt: now,
    repairs: [],
  };
}

/** The first free number of the day: making the folder is what takes it, so two processes never share one. */
async function makeFolder(folder: string, { server, now }: { server: string | null; now: string }): Promise<string> {
  const name = (server?.split('.')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 63);
  const taken = new Set((await readdir(folder)).map((id) => /^\d{4}-\d{2}-\d{2}-\d{2,}/u.exec(id)?.[0]));
  for (let number = 1; ; number++) {
    const base = `${now.slice(0, 10)}-${String(number).padStart(2, '0')}`;
    if (taken.has(base)) continue;
    const id = name === '' ? base : `${base}-${name}`;
    try {
      await mkdir(join(folder, id), { mode: 0o700 });
      return id;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw error;
    }
  }
}
