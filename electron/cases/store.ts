import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { removeLeftSpools } from '../host/spool-folder.ts';
import { openJournal } from '../repairs/journal.ts';
import { flushingWriter, type JournalWriter } from '../repairs/journal-writer.ts';
import { CaseId, type CaseFile } from './case-file.ts';
import { openCase, type Case } from './case.ts';
import { inWords } from './disk-words.ts';
import { makeCase, type NewCase } from './make-case.ts';
import { neverBegun } from './never-begun.ts';
import { openRunsOf, openRunsOfDamaged, unfinishedOf, type OpenRun, type Unfinished } from './open-runs.ts';
import { canBeOf, type CaseServer } from './same-server.ts';
import { dataFolderAdvice, makeTrustedFolder, trustFolder, whyLooseHere, type WhyLoose } from './trusted-folder.ts';

export interface CaseStore {
  /** Where the cases lie. */
  readonly folder: string;
  /** @throws UserError failed */
  create(about: NewCase): Promise<Case>;
  /** @throws UserError notFound, failed */
  open(id: string): Promise<Case>;
  /** Newest first; a damaged case is told with its problem and hides no other. */
  list(): Promise<({ id: string; about: CaseFile } | { id: string; problem: string })[]>;
  latest(): Promise<Case | null>;
  /** The repairs that did not come to their end, of all cases or of those that can be one server's; newest case first. */
  openRuns(server?: CaseServer): Promise<OpenRun[]>;
  /** The one of them to be told first: what a dead process left before what waits. */
  unfinished(server?: CaseServer): Promise<Unfinished | null>;
}

export interface CaseStoreOptions {
  writer?: JournalWriter;
  /** Why a folder is looser than it may be, or null; default: by this system's own rights. */
  whyLoose?: WhyLoose;
  /** Only looks: folders that are not there are made with the first case. */
  looks?: boolean;
}

/** In an error; the whole list is another command. */
const mostNamed = 20;

/**
 * Opens the cases below a data folder, which is made when it is not there, unless it is only looked at.
 *
 * @throws UserError refused when others can write to the folder (a journal that
 * others can write would hand out elevation), failed when it cannot be made
 */
export async function openCaseStore(dataFolder: string, options: CaseStoreOptions = {}): Promise<CaseStore> {
  const { writer = flushingWriter, whyLoose = whyLooseHere, looks = false } = options;
  const folder = join(dataFolder, 'cases');
  const make = async (): Promise<void> => {
    for (const path of [dataFolder, folder]) await makeTrustedFolder(path, whyLoose, dataFolderAdvice);
  };
  if (!looks) {
    await make();
    await removeLeftSpools(dataFolder);
  } else if ((await namesIn(folder)) !== null) {
    for (const path of [dataFolder, folder]) await trustFolder(path, whyLoose, dataFolderAdvice);
  }
  const ids = async (): Promise<string[]> => {
    const names = (await namesIn(folder)) ?? [];
    const named = names.filter((name) => CaseId.safeParse(name).success);
    const left = await Promise.all(named.map((name) => neverBegun(join(folder, name))));
    return named
      .filter((_name, index) => left[index] === false)
      .toSorted()
      .toReversed();
  };
  const open = async (id: string): Promise<Case> => {
    if (!CaseId.safeParse(id).success || (await neverBegun(join(folder, id)))) {
      const known = await ids();
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
  const openRuns: CaseStore['openRuns'] = async (server) => {
    const runs: OpenRun[] = [];
    for (const entry of await list()) {
      if ('problem' in entry) {
        const journal = openJournal(join(folder, entry.id, 'journal.jsonl'), entry.id, writer);
        runs.push(...(await openRunsOfDamaged({ id: entry.id, journal }, entry.problem)));
      } else if (server === undefined || canBeOf(entry.about, server)) {
        runs.push(...(await openRunsOf(await open(entry.id))));
      }
    }
    return runs;
  };
  return {
    folder,
    open,
    list,
    openRuns,
    async create(about) {
      if (looks) await make();
      return openCase(join(folder, await makeCase(folder, about)), writer);
    },
    async latest() {
      const [id] = await ids();
      return id === undefined ? null : open(id);
    },
    unfinished: async (server) => unfinishedOf(await openRuns(server)),
  };
}

/** Null: there is no such folder. @throws UserError failed */
const namesIn = (folder: string): Promise<string[] | null> =>
  inWords(folder, (path) =>
    readdir(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }),
  );
