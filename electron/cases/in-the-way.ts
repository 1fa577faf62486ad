import { lstat, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * What stands where a file or a folder is needed, and what to do about it, as the
 * rest of "PATH cannot be used:"; null when the error is of another kind.
 *
 * @param code of the file system's error
 */
export async function inTheWay(path: string, code: string): Promise<string | null> {
  const full = resolve(path);
  const { place, kind } = await nearest(full);
  const isFolder = kind === 'a folder';
  switch (code) {
    case 'EISDIR':
      return isFolder && place === full ? 'it is a folder, and a file is needed there; name a file in it' : null;
    case 'ENOENT':
      if (isFolder) return place === full || place === dirname(full) ? null : `there is no folder ${dirname(full)}`;
      return place === full ? folderNeeded('it', kind) : folderNeeded(place, kind);
    case 'EEXIST':
    case 'ENOTDIR':
      return isFolder ? null : folderNeeded(place === full ? 'it' : place, kind);
    default:
      return null;
  }
}

const folderNeeded = (what: string, kind: Kind): string =>
  `${what} is ${kind}, and a folder is needed there; name another place, or move the ${kind.split(' ')[1]} away`;

type Kind = 'a folder' | 'a file' | 'a link that leads nowhere' | 'a device';

/** The path, or the nearest above it that is there. */
async function nearest(path: string): Promise<{ place: string; kind: Kind }> {
  const entry = await stat(path)
    .catch(() => lstat(path))
    .catch(() => null);
  const above = dirname(path);
  if (entry === null && above !== path) return nearest(above);
  if (entry === null || entry.isDirectory()) return { place: path, kind: 'a folder' };
  if (entry.isSymbolicLink()) return { place: path, kind: 'a link that leads nowhere' };
  return { place: path, kind: entry.isFile() ? 'a file' : 'a device' };
}
