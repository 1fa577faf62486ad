import { UserError } from '../app/user-error.ts';
import { inTheWay } from './in-the-way.ts';

const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  ENOENT: 'it is not there',
  EBUSY: 'another program holds it open',
  EEXIST: 'a file of that name is there, and a folder is needed',
  ENOTDIR: 'it, or a part of its path, is a file, and a folder is needed',
  EISDIR: 'it is a folder',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk, or the network share, reports an error',
  EFBIG: 'a file may not be larger there',
  ENOTEMPTY: 'the folder holds something',
};

/** What a network share that goes away leads to; a connection can fail with the same. */
const shareMeanings: Readonly<Record<string, string>> = {
  ENODEV: 'the disk is not there any more',
  ENXIO: 'the disk is not there any more',
  ESTALE: 'the network share is not there any more',
  ENOTCONN: 'the network share is not there any more',
  ENETUNREACH: 'the network share cannot be reached',
  EHOSTUNREACH: 'the network share cannot be reached',
  EHOSTDOWN: 'the network share cannot be reached',
  ECONNRESET: 'the connection to the network share broke',
  ETIMEDOUT: 'the disk, or the network share, did not answer in time',
  UNKNOWN: 'Windows reports an error that has no name, as it does when a network share goes away',
};

/** What an error code of the file system means, in words, or the code itself; undefined without one. */
export const diskMeaning = (code: string | undefined): string | undefined =>
  code === undefined ? undefined : (meanings[code] ?? shareMeanings[code] ?? code);

/**
 * Does something with a file, and says in words what went wrong.
 *
 * @throws UserError failed, with the path and the reason
 */
export async function inWords<T>(path: string, work: (path: string) => Promise<T>): Promise<T> {
  try {
    return await work(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError('failed', await words(path, code, diskMeaning(code) ?? 'its content is damaged'));
  }
}

/** What the file system refused, in words; null when the error is none of the file system's that is known. */
export async function diskTrouble(error: unknown): Promise<UserError | null> {
  const { code = '', path } = error as Partial<NodeJS.ErrnoException>;
  const meaning = meanings[code] ?? (path === undefined ? undefined : shareMeanings[code]);
  if (meaning === undefined) return null;
  const told =
    path === undefined ? `A file could not be written or read: ${meaning}.` : await words(path, code, meaning);
  return new UserError('failed', told);
}

const words = async (path: string, code: string | undefined, meaning: string): Promise<string> =>
  `${path} cannot be used: ${(code === undefined ? null : await inTheWay(path, code)) ?? meaning}.`;
