import { join, resolve } from 'node:path';
import { inWords } from '../cases/disk-words.ts';
import { isFolder, makeFolder } from './make-folder.ts';
import { UserError } from './user-error.ts';

/**
 * The full path of the folder that a person named: one that is there, or one
 * whose name ends in a slash or a backslash. Null: the name is that of a file.
 *
 * @throws UserError badArguments for a name that Windows has misread
 */
export async function namedFolder(path: string, platform = process.platform): Promise<string | null> {
  if (platform === 'win32' && path.includes('"')) throw misread(path);
  const saysFolder = /[\\/]$/u.test(path);
  const full = resolve(path.replace(/(?<=[^\\/:])[\\/]+$/u, ''));
  return saysFolder || (await isFolder(full)) ? full : null;
}

/**
 * The full path of the file that a person named; of a folder, which is made when
 * it is missing, the file in it that is called `inFolder`.
 *
 * @throws UserError failed when the folder cannot be made
 */
export async function namedFile(path: string, inFolder: string): Promise<string> {
  const folder = await namedFolder(path);
  if (folder === null) return resolve(path);
  await inWords(folder, () => makeFolder(folder));
  return join(folder, inFolder);
}

/** `"C:\my results\"`: to Windows the backslash makes the quote a part of the name, and what follows too. */
const misread = (path: string): UserError =>
  new UserError(
    'badArguments',
    `"${path}" holds a quotation mark, for Windows takes a backslash before the closing one for a part of the name. End the folder with a slash instead, as in "C:/my results/".`,
  );
