import { readdir, readFile, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isNewJournal } from '../repairs/journal.ts';

/** What a case has before its case.json: a new journal, an empty folder, and what a write left that did not end. */
const empty = ['journal.jsonl', 'backups'];
const isTemporary = (name: string): boolean => name.endsWith('.tmp');

/**
 * Whether there is no case in a folder, or only what a process left that died while
 * it made one. The case.json comes last, and a repair after that: nothing was changed.
 */
export async function neverBegun(folder: string): Promise<boolean> {
  try {
    const names = await readdir(folder);
    const kept = names.filter((name) => !isTemporary(name));
    return kept.every((name) => empty.includes(name)) && (await holdsNothing(folder, kept));
  } catch (error) {
    // What cannot be read is told by whoever opens it.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

async function holdsNothing(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names) {
    const path = join(folder, name);
    const isEmpty =
      name === 'backups' ? (await readdir(path)).length === 0 : isNewJournal(await readFile(path, 'utf8'));
    if (!isEmpty) return false;
  }
  return true;
}

/** Takes away what `neverBegun` has found, and nothing that came into it since. Never throws: it stands in nobody's way. */
export async function removeNeverBegun(folder: string): Promise<void> {
  const remove = async (work: (path: string) => Promise<void>, ...parts: string[]) =>
    work(join(folder, ...parts)).catch(() => undefined);
  for (const name of (await readdir(folder).catch(() => [])).filter(isTemporary)) await remove(unlink, name);
  await remove(rmdir, 'backups');
  const journal = await readFile(join(folder, 'journal.jsonl'), 'utf8').catch(() => null);
  if (journal !== null && isNewJournal(journal)) await remove(unlink, 'journal.jsonl');
  await remove(rmdir);
}
