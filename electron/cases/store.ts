import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { flushingWriter, type JournalWriter } from '../repairs/journal-writer.ts';
import { CaseId, type CaseFile } from './case-file.ts';
import { openCase, type Case } from './case.ts';
import { inWords } from './disk-words.ts';
import { openRunsOf, unfinishedOf, type OpenRun, type Unfinished } from './open-runs.ts';
import { makeTrustedFolder, whyLooseHere, type WhyLoose } from './trusted-folder.ts';

export interface CaseStore {
  /** Where the cases lie. */
  readonly folder: string;
  create(about: { target: string; server: string | null; now: string }): Promise<Case>;
  /** @throws UserError notFound, failed */
  open(id: string): Promise<Case>;
  /** Newest first; a damaged case is told with its problem and hides no other. */
  list(): Promise<({ id: string; about: CaseFile } | { id: string; problem: string })[]>;
  latest(): Promise<Case | null>;
  /** The repairs that did not come to their end, of all cases or of those of one target; newest case first. */
  openRuns(target?: string): Promise<OpenRun[]>;
  /** The one of them to be told first: what a dead process left before what waits. */
  unfinished(target?: string): Promise<Unfinished | null>;
}

export interface CaseStoreOptions {
  writer?: JournalWriter;
  /** Why a folder is looser than it may be, or null; default: by this system's own rights. */
  whyLoose?: WhyLoose;
}

/** In an error; the whole list is another command. */
const mostNamed = 20;

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
    await makeTrustedFolder(
      path,
      whyLoose,
      'Whoever can write there could have repairs of their own run. Give it to administrators alone, or use another folder (--data).',
    );
  }
  const ids = async (): Promise<string[]> => {
    const names = await inWords(folder, (path) => readdir(path));
    return names
      .filter((name) => CaseId.safeParse(name).success)
      .toSorted()
      .toReversed();
  };
  const open = async (id: string): Promise<Case> => {
    const known = await ids();
    if (!known.includes(id)) {
      const list = known.length === 0 ? 'There is none yet.' : `Cases are: ${known.slice(0, mostNamed).join(', ')}.`;
      throw new UserError('notFound', `There is no case ${id} in ${folder}. ${list}`);
    }
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
  const openRuns: CaseStore['openRuns'] = async (target) => {
    const runs: OpenRun[] = [];
    for (const entry of await list()) {
      if ('problem' in entry || (target !== undefined && entry.about.target !== target)) continue;
      runs.push(...(await openRunsOf(await open(entry.id))));
    }
    return runs;
  };
  return {
    folder,
    open,
    list,
    openRuns,
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
    unfinished: async (target) => unfinishedOf(await openRuns(target)),
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
