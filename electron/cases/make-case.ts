import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { newJournal } from '../repairs/journal.ts';
import { CaseId, type CaseFile } from './case-file.ts';
import { inWords } from './disk-words.ts';
import { neverBegun, removeNeverBegun } from './never-begun.ts';
import type { CaseServer } from './same-server.ts';

/** What is known of a case before anything is done in it. */
export interface NewCase extends CaseServer {
  /** The server's name for people, where it is known. */
  server: string | null;
  /** ISO-8601 UTC, by the server's clock. */
  now: string;
}

/** Nobody makes a case for longer, so what is older was left by a process that died. */
const longestMs = 10 * 60_000;

/**
 * Makes the folder of a new case. Its case.json comes last and whole: a process
 * that dies on the way leaves no case (see `neverBegun`).
 *
 * @param folder where the cases lie
 * @returns the case's id, which is its folder's name
 * @throws UserError failed
 */
export async function makeCase(folder: string, about: NewCase): Promise<string> {
  return inWords(folder, async () => {
    await removeLeftovers(folder);
    const id = await makeFolder(folder, about);
    const path = join(folder, id);
    try {
      await mkdir(join(path, 'backups'));
      await writeFileAtomic(join(path, 'journal.jsonl'), newJournal(id));
      await writeFileAtomic(join(path, 'case.json'), `${JSON.stringify(newCase(id, about), null, 1)}\n`);
    } catch (error) {
      await removeNeverBegun(path);
      throw error;
    }
    return id;
  });
}

/** The first free number of the day: making the folder is what takes it, so two processes never share one. */
async function makeFolder(folder: string, { server, now }: NewCase): Promise<string> {
  const taken = new Set((await readdir(folder)).map((id) => /^\d{4}-\d{2}-\d{2}-\d{2,}/u.exec(id)?.[0]));
  const name = shortName(server);
  for (let number = 1; ; number++) {
    const base = `${now.slice(0, 10)}-${String(number).padStart(2, '0')}`;
    if (taken.has(base)) continue;
    const id = name === '' ? base : `${base}-${name}`;
    try {
      await mkdir(join(folder, id), { mode: 0o700 });
      return id;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const shortName = (server: string | null): string =>
  (server?.split('.')[0] ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 63);

function newCase(id: string, { target, identity, server, now }: NewCase): CaseFile {
  return {
    format: 'package-server-doctor/case',
    version: 1,
    id,
    target,
    server,
    identity,
    createdAt: now,
    updatedAt: now,
    repairs: [],
  };
}

/** What dead processes left of cases that they were making. */
async function removeLeftovers(folder: string): Promise<void> {
  const before = Date.now() - longestMs;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (!CaseId.safeParse(name).success || !(await neverBegun(path))) continue;
    const entry = await stat(path).catch(() => null);
    if (entry !== null && entry.mtimeMs < before) await removeNeverBegun(path);
  }
}
