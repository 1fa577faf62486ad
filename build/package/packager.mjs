import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../npm.mjs';
import { inRoot } from '../paths.mjs';
import { isComplete, stored } from '../runtime/store.mjs';
import { run } from '../test/run.mjs';

const files = ['package.json', 'package-lock.json'];

/**
 * electron-builder and @electron/asar, as build/package/package-lock.json pins
 * them. They are 280 packages, so they are no dependency of the product: npm
 * fetches them, once, when something is packaged.
 * @returns {Promise<{ build: (options: object) => Promise<string[]>, Platform: any, asar: any }>}
 * @throws {Error} with npm's words
 */
export async function loadPackager() {
  const lock = readFileSync(inRoot('build', 'package', 'package-lock.json'));
  const folder = inRoot('.cache', `packager-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  if (!isComplete(folder)) console.error('Fetching electron-builder from the npm registry (once) …');
  await stored(folder, install);
  const load = createRequire(join(folder, 'package.json'));
  const { build, Platform } = load('electron-builder');
  return { build, Platform, asar: createRequire(load.resolve('app-builder-lib/package.json'))('@electron/asar') };
}

/** @param {string} folder an empty one */
async function install(folder) {
  for (const name of files) copyFileSync(inRoot('build', 'package', name), join(folder, name));
  // No package's script runs: electron-builder's own dependencies need none of theirs for what is built here.
  const { command, args, shell } = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]);
  const { ok, output } = await run(command, args, { shell });
  if (!ok) throw new Error(`electron-builder could not be installed:\n${output.trim()}`);
}
