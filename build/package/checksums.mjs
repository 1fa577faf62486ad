import { createHash } from 'node:crypto';
import { createReadStream, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Writes SHA256SUMS, as `sha256sum -c` and the README of a release read it.
 * @param {string} folder
 * @param {string[]} files in that folder
 * @returns {Promise<string>} the file
 */
export async function writeChecksums(folder, files) {
  const lines = [];
  for (const file of files.toSorted()) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    lines.push(`${hash.digest('hex')}  ${basename(file)}\n`);
  }
  const path = join(folder, 'SHA256SUMS');
  writeFileSync(path, lines.join(''));
  return path;
}
