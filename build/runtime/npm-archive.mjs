import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm } from '../npm.mjs';
import { root } from '../paths.mjs';

/**
 * Fetches one package's tarball with npm itself, so that whatever registry,
 * proxy and credentials npm is set up with are used.
 * @param {{ name: string, version: string, integrity: string }} wanted integrity as in a lock file (`sha512-…`)
 * @param {string} folder an empty folder for it
 * @returns {Promise<string>} the tarball's path
 * @throws {Error} with one line for a person: npm's own words, or that the content is not the pinned one
 */
export async function fetchNpmArchive(wanted, folder) {
  const spec = `${wanted.name}@${wanted.version}`;
  await runNpm(['pack', spec, '--pack-destination', folder, '--prefer-offline', '--ignore-scripts']);
  const file = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!file) throw new Error(`npm pack ${spec} left no file`);
  const path = join(folder, file);
  await verifyIntegrity(path, wanted.integrity, spec);
  return path;
}

/**
 * @param {string} path
 * @param {string} integrity
 * @param {string} label what the file is, for the message
 * @throws {Error} when the content is another
 */
export async function verifyIntegrity(path, integrity, label) {
  const dash = integrity.indexOf('-');
  const hash = createHash(integrity.slice(0, dash));
  await pipeline(createReadStream(path), hash);
  if (hash.digest('base64') !== integrity.slice(dash + 1)) {
    throw new Error(
      `${label} is not the archive it should be: its ${integrity.slice(0, dash)} differs from the pinned one`,
    );
  }
}

/** @param {string[]} args */
function runNpm(args) {
  const { command, args: all, shell } = npm(args);
  return /** @type {Promise<void>} */ (
    new Promise((resolve, reject) => {
      const child = spawn(command, all, { cwd: root, shell, stdio: ['ignore', 'ignore', 'pipe'] });
      let words = '';
      child.stderr.setEncoding('utf8').on('data', (text) => (words = (words + text).slice(-8192)));
      child.on('error', (error) => reject(new Error(`npm could not be run: ${error.message}`)));
      child.on('close', (code) =>
        code === 0 ? resolve() : reject(new Error(npmSaid(words) || `npm ended with ${code}`)),
      );
    })
  );
}

/** npm's first two error lines, without its prefix.
 * @param {string} words */
function npmSaid(words) {
  const lines = words.split('\n').flatMap((line) => /^npm (?:error|ERR!) ?(.*)/.exec(line)?.[1] ?? []);
  return lines
    .filter((line) => line && !line.includes('complete log'))
    .slice(0, 2)
    .join(': ');
}
