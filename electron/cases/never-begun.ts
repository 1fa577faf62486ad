import { readdir, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** What a case has before its case.json: an empty journal, an empty folder, and what a write left that did not end. */
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
    const entry = await stat(join(folder, name));
    const size = entry.isDirectory() ? (await readdir(join(folder, name))).length : entry.size;
    if (size > 0) return false;
  }
  return true;
}

/** Takes away what `neverBegun` has found, and nothing that came into it since. Never throws: it stands in nobody's way. */
export async function removeNeverBegun(folder: string): Promise<void> {
  const remove = async (work: (path: string) => Promise<void>, ...parts: string[]) =>
    work(join(folder, ...parts)).catch(() => undefined);
  for (const name of (await readdir(folder).catch(() => [])).filter(isTemporary)) await remove(unlink, name);
  await remove(rmdir, 'backups');
  const journal = await stat(join(folder, 'journal.jsonl')).catch(() => null);
  if (journal?.size === 0) await remove(unlink, 'journal.jsonl');
  await remove(rmdir);
}
