import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from '../fresh-folder.mjs';
import { withLock } from '../lock.mjs';

/** Lies in a finished folder and lists what must be there. Written last. */
const marker = 'complete.json';

/**
 * Returns `folder` with the content that `fill` makes, made once and kept: when
 * it is there and complete nothing happens, else it is made beside its place and
 * renamed into it, so that no reader ever sees half of it. A folder that lost a
 * file is replaced. Nothing writes into a finished one.
 * @param {string} folder
 * @param {(empty: string) => Promise<void>} fill is given an empty folder; what it throws is passed on
 * @returns {Promise<string>}
 */
export async function stored(folder, fill) {
  if (isComplete(folder)) return folder;
  return withLock(`${folder}.lock`, async () => {
    if (isComplete(folder)) return folder;
    const fresh = freshFolder(folder);
    try {
      await fill(fresh);
      writeFileSync(join(fresh, marker), JSON.stringify(listing(fresh)));
      moveIntoPlace(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
    return folder;
  });
}

/** Whether every listed file is there with its size (some 2 ms for 70 files).
 * @param {string} folder */
export function isComplete(folder) {
  try {
    /** @type {Record<string, number>} */
    const files = JSON.parse(readFileSync(join(folder, marker), 'utf8'));
    return Object.entries(files).every(([path, size]) => statSync(join(folder, path)).size === size);
  } catch {
    return false;
  }
}

/** The names in a stored folder, without the store's own marker.
 * @param {string} folder */
export const entries = (folder) => readdirSync(folder).filter((name) => name !== marker);

/** @param {string} folder */
function listing(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1), statSync(path).size];
    }),
  );
}

/**
 * @param {string} fresh
 * @param {string} folder
 */
function moveIntoPlace(fresh, folder) {
  if (existsSync(folder)) {
    if (isComplete(folder)) return;
    // Moved aside first: a folder that is in use cannot be emptied in one step.
    const broken = freshFolder(folder);
    renameSync(folder, join(broken, 'broken'));
    rmSync(broken, { recursive: true, force: true });
  }
  renameSync(fresh, folder);
}
