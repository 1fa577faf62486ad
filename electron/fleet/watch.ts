import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** More folders are looked through now and then instead: each costs the system a handle. */
const most = 64;

export interface FolderWatch {
  /** Listens in these folders, and in no others. Relative to the root, `''` is the root itself. */
  listenIn(folders: Iterable<string>): void;
  /** Whether the system tells of changes in all of them. A share may say that it does, and not do it. */
  told(): boolean;
  close(): void;
}

/**
 * Listens for changes in a folder and in those below it that are named. Each is
 * listened to by itself: Node's recursive watch opens every single file on Linux.
 *
 * @param heard gets the changed entry, relative to the root with `/`, or null when the system does not say which
 */
export function watchFolders(root: string, heard: (file: string | null) => void): FolderWatch {
  const watchers = new Map<string, FSWatcher>();
  let complete = false;

  function listen(folder: string): boolean {
    if (watchers.has(folder)) return true;
    try {
      const watcher = watch(join(root, folder), { persistent: false });
      watcher.on('change', (_kind, name) => {
        heard(typeof name === 'string' ? (folder === '' ? name : `${folder}/${name}`) : null);
      });
      // The folder went away, or the connection to it: it is looked for again, and listened to when it is there.
      watcher.on('error', () => {
        forget(folder);
        complete = false;
        heard(null);
      });
      watchers.set(folder, watcher);
      return true;
    } catch {
      return false;
    }
  }

  function forget(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  return {
    listenIn(folders) {
      const wanted = [...new Set(folders)].slice(0, most + 1);
      for (const folder of watchers.keys()) if (!wanted.includes(folder)) forget(folder);
      complete = wanted.slice(0, most).filter((folder) => listen(folder)).length === wanted.length;
    },
    told: () => complete,
    close: () => [...watchers.keys()].forEach(forget),
  };
}
