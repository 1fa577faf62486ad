import { posix } from 'node:path';

/** The folders that files lie in, and those above them, the root first as `''`. */
export function foldersOf(rows: readonly { file: string }[]): Set<string> {
  const folders = new Set(['']);
  for (const { file } of rows) {
    let folder = posix.dirname(file);
    while (folder !== '.' && !folders.has(folder)) {
      folders.add(folder);
      folder = posix.dirname(folder);
    }
  }
  return folders;
}
