import { UserError } from '../app/user-error.ts';

const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  ENOENT: 'it is not there',
  EBUSY: 'another program holds it open',
};

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
    const meaning = code === undefined ? 'its content is damaged' : (meanings[code] ?? code);
    throw new UserError('failed', `${path} cannot be used: ${meaning}.`);
  }
}
