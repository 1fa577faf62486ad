import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Takes files out of a .tgz with the system's tar.
 * @param {string} archive
 * @param {string} member a path in the archive
 * @param {string} folder
 * @returns {Promise<string>} the extracted file
 */
export async function extractFromTar(archive, member, folder) {
  await new Promise((resolve, reject) => {
    const tar = spawn('tar', ['-xzf', archive, '-C', folder, member], { stdio: ['ignore', 'ignore', 'pipe'] });
    let words = '';
    tar.stderr.setEncoding('utf8').on('data', (text) => (words += text));
    tar.on('error', (error) => reject(new Error(`tar could not be run: ${error.message}`)));
    tar.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`tar: ${words.trim()}`))));
  });
  return join(folder, member);
}

/**
 * Unpacks a zip, entry by entry, without reading what is not wanted.
 * @param {string} archive
 * @param {string} folder
 * @param {(path: string) => string | null} place where an entry goes below `folder`; null leaves it out
 */
export async function extractZip(archive, folder, place) {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const target = entry.fileName.endsWith('/') ? null : place(entry.fileName);
      if (target === null) continue;
      const path = join(folder, target);
      await mkdir(dirname(path), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode: mode || 0o644 }));
    }
  } finally {
    zip.close();
  }
}
