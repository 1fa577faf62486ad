import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { freshFolder } from '../fresh-folder.mjs';
import { withLock } from '../lock.mjs';
import { entries } from './store.mjs';

const executable = 'electron';

/**
 * Gives a distribution that has no default_app.asar an application: a folder of
 * this checkout which links to the distribution, and whose `resources/app` is a
 * link to the build's output, so that a rebuild is seen at once. The executable
 * is a hard link, or a copy on another file system, because Electron looks for
 * its resources beside the file that it was started from.
 * @param {string} distribution is never written to
 * @param {string} app the application's folder; need not exist yet
 * @param {string} folder where the links lie; replaced when they are not right
 * @returns {Promise<string>} the executable
 */
export async function linkCheckout(distribution, app, folder) {
  if (!isLinked(distribution, app, folder)) {
    await withLock(`${folder}.lock`, async () => {
      if (isLinked(distribution, app, folder)) return;
      const fresh = freshFolder(folder);
      makeLinks(distribution, app, fresh, folder);
      rmSync(folder, { recursive: true, force: true });
      renameSync(fresh, folder);
    });
  }
  return join(folder, executable);
}

/**
 * @param {string} distribution
 * @param {string} app
 * @param {string} folder
 */
function isLinked(distribution, app, folder) {
  try {
    return (
      resolve(folder, 'resources', readlinkSync(join(folder, 'resources', 'app'))) === resolve(app) &&
      readdirSync(folder).length === new Set([...entries(distribution), 'resources']).size &&
      linked(distribution).every((name) => readlinkSync(join(folder, name)) === join(distribution, name)) &&
      isSameFile(join(distribution, executable), join(folder, executable))
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} distribution
 * @param {string} app
 * @param {string} fresh where the links are made
 * @param {string} folder where they will lie: the relative link counts from there
 */
function makeLinks(distribution, app, fresh, folder) {
  mkdirSync(join(fresh, 'resources'));
  symlinkSync(relative(join(folder, 'resources'), app), join(fresh, 'resources', 'app'));
  for (const name of linked(distribution)) symlinkSync(join(distribution, name), join(fresh, name));
  const [from, to] = [join(distribution, executable), join(fresh, executable)];
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
    const { atime, mtime } = statSync(from);
    utimesSync(to, atime, mtime);
  }
}

/** What is linked by name. `resources` is made here: it holds nothing but the application.
 * @param {string} distribution */
const linked = (distribution) => entries(distribution).filter((name) => name !== executable && name !== 'resources');

/** A copy carries the time of its original, so a replaced original shows.
 * @param {string} original @param {string} other */
function isSameFile(original, other) {
  const [a, b] = [statSync(original), lstatSync(other)];
  return (a.ino === b.ino && a.dev === b.dev) || (a.size === b.size && Math.abs(a.mtimeMs - b.mtimeMs) < 2000);
}
