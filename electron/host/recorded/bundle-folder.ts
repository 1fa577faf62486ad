import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../app/user-error.ts';
import { diskMeaning } from '../../cases/disk-words.ts';
import { createInventory, refused, type BundleFiles } from './bundle-files.ts';

/**
 * The files of a folder that somebody sent. It is refused, with the reason, when
 * it holds links or too much, or names that would mean another file elsewhere.
 *
 * @throws UserError
 */
export async function openBundleFolder(folder: string): Promise<BundleFiles> {
  const { sizes, addName, addFile } = createInventory(folder);
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      addName(path, entry.isDirectory() ? 'folder' : 'file');
      if (entry.isDirectory()) await walk(path);
      else if (!entry.isFile()) throw refused(folder, `"${path}" is a link or no file at all`);
      else addFile(path, (await lstat(join(folder, path))).size);
    }
  };
  try {
    await walk('');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      'failed',
      `The evidence in ${folder} cannot be read: ${diskMeaning((error as NodeJS.ErrnoException).code)}.`,
    );
  }
  return {
    sizes,
    read(path) {
      if (!sizes.has(path)) throw refused(folder, `it has no file "${path}"`);
      return createReadStream(join(folder, path));
    },
    close: () => undefined,
  };
}
