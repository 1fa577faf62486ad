import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/**
 * What Electron needs on Linux, as the loader calls it, and the Debian packages to
 * get it from: newer releases renamed some. What GTK brings along is not named.
 * @type {Record<string, string[]>}
 */
const libraries = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libgbm.so.1': ['libgbm1'],
  'libudev.so.1': ['libudev1'],
};

/** @type {Record<string, string[]>} */
const commands = {
  // A display where there is none.
  Xvfb: ['xvfb'],
};

/**
 * What this machine lacks to open Electron's window (some 10 ms).
 * @param {{ tests?: boolean }} [options] tests: also what only the tests need
 * @returns {string[][]} for each missing thing the packages to get it from, any one of which will do
 */
export function missingPackages({ tests = false } = {}) {
  if (process.platform !== 'linux') return [];
  const loadable = knownLibraries();
  const missing = Object.keys(libraries).filter((name) => !loadable.includes(`\t${name} `));
  const absent = tests ? Object.keys(commands).filter((name) => !inPath(name)) : [];
  return [...missing.map((name) => libraries[name] ?? []), ...absent.map((name) => commands[name] ?? [])];
}

/**
 * Installs them with apt-get when that is possible without asking.
 * @param {string[][]} missing
 * @throws {Error} naming the one command to run, when it is not
 */
export async function installPackages(missing) {
  if (!inPath('apt-get')) {
    throw new Error(`Install what your system calls ${missing.map((any) => any.at(-1)).join(', ')}.`);
  }
  const isRoot = process.getuid?.() === 0;
  if (isRoot && missing.some((any) => available(any).length === 0)) await apt('update');
  const chosen = missing.map((any) => available(any)[0] ?? any.at(-1) ?? '');
  if (!isRoot) throw new Error(`Run: sudo apt-get update && sudo apt-get install -y ${chosen.join(' ')}`);
  const install = () => apt('install', '-y', '--no-install-recommends', ...chosen);
  try {
    await install();
  } catch {
    // An old package list names files that are no longer on the server.
    await apt('update');
    await install();
  }
}

/**
 * Those of the names that apt can install.
 * @param {string[]} names
 */
function available(names) {
  const env = { ...process.env, LC_ALL: 'C' };
  const { stdout } = spawnSync('apt-cache', ['policy', ...names], { encoding: 'utf8', env });
  return names.filter((name) => new RegExp(`^${name}:\\n.*\\n  Candidate: (?!\\(none\\))`, 'm').test(stdout ?? ''));
}

/**
 * @param {string[]} args
 * @throws {Error} with apt-get's last lines
 */
async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { ok, output } = await run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  if (!ok) throw new Error(`apt-get ${args.join(' ')} failed:\n${output.trim().split('\n').slice(-5).join('\n')}`);
}

function knownLibraries() {
  // It is not in everybody's PATH.
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig';
  return execFileSync(ldconfig, ['-p'], { encoding: 'utf8' });
}

/** @param {string} command */
const inPath = (command) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
