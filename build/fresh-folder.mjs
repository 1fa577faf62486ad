import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const abandonedAfterMs = 24 * 60 * 60_000;

/**
 * An empty folder beside `path`, to be filled and renamed to it. Removes what
 * killed runs left there.
 * @param {string} path
 * @returns {string}
 */
export function freshFolder(path) {
  const [parent, prefix] = [dirname(path), `${basename(path)}.new-`];
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const age = Date.now() - (statSync(join(parent, name), { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > abandonedAfterMs) rmSync(join(parent, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, prefix));
}
