import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { freshFolder } from './fresh-folder.mjs';
import { withLock } from './lock.mjs';
import { canBuild, outputs } from './outputs.mjs';
import { inRoot } from './paths.mjs';

/** @typedef {import('./outputs.mjs').OutputName} OutputName */

/** In each output: the state of the sources that it was built from. */
const stamp = '.fingerprint';

/** @param {OutputName} name */
export const isFresh = (name) => readStamp(name) === fingerprint(outputs[name].sources);

/**
 * Builds outputs, side by side, each in a new folder that then takes the place of
 * the old one: a program that runs, or starts, sees one or the other.
 * @param {OutputName[]} names
 * @param {{ onlyStale?: boolean }} [options]
 * @throws {Error} the first failure, when the others have ended
 */
export async function buildOutputs(names, { onlyStale = false } = {}) {
  const builds = await Promise.allSettled(
    names.filter(canBuild).map((name) =>
      withLock(inRoot('.cache', `build-${name}.lock`), async () => {
        if (onlyStale && isFresh(name)) return;
        // Taken before the build: what is edited meanwhile makes it stale again.
        const state = fingerprint(outputs[name].sources);
        const fresh = freshFolder(inRoot('.cache', `build-${name}`));
        try {
          await outputs[name].build(join(fresh, name));
          writeFileSync(join(fresh, name, stamp), state);
          replace(name, fresh);
        } finally {
          rmSync(fresh, { recursive: true, force: true });
        }
      }),
    ),
  );
  for (const build of builds) if (build.status === 'rejected') throw build.reason;
}

/** @param {OutputName} name @param {string} fresh */
function replace(name, fresh) {
  mkdirSync(inRoot('out'), { recursive: true });
  try {
    renameSync(inRoot('out', name), join(fresh, 'old'));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
  }
  renameSync(join(fresh, name), inRoot('out', name));
}

/** @param {OutputName} name */
function readStamp(name) {
  try {
    return readFileSync(inRoot('out', name, stamp), 'utf8');
  } catch {
    return null;
  }
}
