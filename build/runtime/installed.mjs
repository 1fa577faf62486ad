import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the executable lies in a distribution, by platform.
 * @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

/** @param {string} distribution @param {NodeJS.Platform} [platform] */
export const executableIn = (distribution, platform = process.platform) =>
  join(distribution, executables[platform] ?? 'electron');

/** The folder of the `electron` package. */
export const electronPackage = () => dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/**
 * The distribution that the `electron` package has unpacked, or null when it has
 * none of its own version.
 * @param {string} packageFolder
 * @returns {string | null}
 */
export function packagedDistribution(packageFolder) {
  const distribution = join(packageFolder, 'dist');
  try {
    const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
    const unpacked = readFileSync(join(distribution, 'version'), 'utf8').trim().replace(/^v/, '');
    return unpacked === version && existsSync(executableIn(distribution)) ? distribution : null;
  } catch {
    return null;
  }
}

/**
 * Runs the package's own installer, which downloads from where npm's registry is
 * not. Where nothing answers it gives up by itself within seconds; the limit is
 * for a download that stops in the middle.
 * @param {string} packageFolder
 * @param {number} [timeoutMs]
 * @returns {Promise<string | null>} why it failed, in one line; null when it is done
 */
export function runInstaller(packageFolder, timeoutMs = 5 * 60_000) {
  return new Promise((resolve) => {
    const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: timeoutMs,
    });
    let words = '';
    installer.stderr.setEncoding('utf8').on('data', (text) => (words = (words + text).slice(-8192)));
    installer.on('error', (error) => resolve(error.message));
    installer.on('close', (code, signal) => {
      if (code === 0) resolve(null);
      else if (signal) resolve(`it was stopped after ${timeoutMs / 1000} s`);
      else resolve(words.trim().split('\n')[0] || `it ended with ${code}`);
    });
  });
}
