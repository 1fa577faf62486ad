import { readFile, stat } from 'node:fs/promises';
import { namesIn } from '../../shared/fleet/expected.ts';
import { UserError } from '../app/user-error.ts';
import { whyUnreadable } from './refusals.ts';
import { textOf } from './text-of.ts';

/** In bytes; a name takes some twenty, so that this is enough for any number of servers. */
const largest = 4 * 1024 * 1024;

/**
 * The names of the servers that should be in a list: one a line of a text file.
 *
 * @param path absolute
 * @throws UserError badArguments when it is no such file, in whole sentences
 */
export async function expectedNames(path: string): Promise<string[]> {
  const refuse = (why: string) => new UserError('badArguments', `${path} ${why}. Nothing was done.`);
  const text = await stat(path)
    .then(async (about) => {
      // `--expect <(command)` of a shell is a pipe.
      if (!about.isFile() && !about.isFIFO()) throw refuse('is no file');
      if (about.size > largest) throw refuse('is no list of names: it is larger than 4 MiB');
      return textOf(await readFile(path));
    })
    .catch((error: NodeJS.ErrnoException | UserError) => {
      if (error instanceof UserError) throw error;
      throw refuse(`cannot be read: ${error.code === 'ENOENT' ? 'it is not there' : whyUnreadable(error)}`);
    });
  const names = namesIn(text);
  if (names.length === 0) throw refuse('names no server: it takes one name a line');
  return names;
}
