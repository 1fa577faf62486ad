import { link, lstat, rename, unlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import { randomBytes } from 'node:crypto';
import { UserError } from '../app/user-error.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { inWords } from '../cases/disk-words.ts';

/**
 * Writes a file that appears whole or not at all. What is there already stays,
 * unless it may be replaced.
 *
 * @returns the full path
 * @throws UserError badArguments when something is there, failed when it cannot be written
 */
export async function saveFile(path: string, content: string | Uint8Array, replace = false): Promise<string> {
  const full = resolve(path);
  await inWords(full, async () => {
    if (replace) return writeFileAtomic(full, content);
    await refuseTaken(full);
    const unfinished = `${full}.${randomBytes(6).toString('hex')}.part`;
    await writeFileAtomic(unfinished, content);
    try {
      await appear(unfinished, full);
    } finally {
      await unlink(unfinished).catch(() => undefined);
    }
  });
  return full;
}

/** A second name, which cannot replace what another program made meanwhile; where there are none, the file is renamed. */
async function appear(unfinished: string, full: string): Promise<void> {
  try {
    await link(unfinished, full);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await isThere(full))) throw taken(full);
    await rename(unfinished, full);
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const taken = (path: string): UserError =>
  new UserError(
    'badArguments',
    `${path} is there already and was left as it is. Name another file, or replace it with --overwrite.`,
  );

/** @throws UserError badArguments when something is there */
export async function refuseTaken(path: string): Promise<void> {
  if (await isThere(path)) throw taken(path);
}
