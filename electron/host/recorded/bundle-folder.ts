import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../app/user-error.ts';
import { readWhole } from '../content.ts';

/** The files of a bundle, by their paths in it, checked against the sums that came with them. */
export interface BundleFolder {
  /** In bytes. */
  sizes: ReadonlyMap<string, number>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** What a person should know about it, in sentences. */
  warnings: string[];
}

const sumsFile = 'SHA256SUMS';
const maxFiles = 50_000;
const maxBytes = 2 * 1024 ** 3;

/**
 * Opens a folder that somebody sent. It is refused, with the reason, when it holds
 * links or too much, when names in it would mean another file elsewhere, and when
 * its sums do not fit its files.
 *
 * @throws UserError
 */
export async function openBundleFolder(folder: string): Promise<BundleFolder> {
  const sizes = await filesIn(folder);
  const read = (path: string): AsyncIterable<Uint8Array> => {
    if (!sizes.has(path)) throw refused(folder, `it has no file "${path}"`);
    return createReadStream(join(folder, path));
  };
  if (!sizes.has(sumsFile)) {
    return {
      sizes,
      read,
      warnings: ['The evidence came without SHA256SUMS: whether it is complete and unchanged is not known.'],
    };
  }
  const sums = readSums(folder, (await readWhole(read(sumsFile))).toString());
  for (const path of sizes.keys())
    if (path !== sumsFile && !sums.has(path)) throw refused(folder, `"${path}" is not listed in ${sumsFile}`);
  for (const [path, sum] of sums) {
    if (!sizes.has(path)) throw refused(folder, `"${path}" is listed in ${sumsFile} and missing`);
    if ((await sha256(read(path))) !== sum)
      throw refused(folder, `"${path}" is not what it was when ${sumsFile} was written`);
  }
  return { sizes, read, warnings: [] };
}

/** What makes a bundle unfit to be opened. */
export function refused(folder: string, reason: string): UserError {
  return new UserError('refused', `The evidence in ${folder} was not opened: ${reason}.`);
}

async function filesIn(folder: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const seen = new Set<string>();
  let bytes = 0;
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      // On Windows each of these would be another place or another name.
      if (/[\\:]/u.test(entry.name)) throw refused(folder, `the name "${path}" is not portable`);
      if (seen.has(path.toLowerCase())) throw refused(folder, `"${path}" is there twice`);
      if (seen.add(path.toLowerCase()).size > maxFiles) throw refused(folder, `it has more than ${maxFiles} entries`);
      if (entry.isDirectory()) await walk(path);
      else if (!entry.isFile()) throw refused(folder, `"${path}" is a link or no file at all`);
      else {
        const { size } = await lstat(join(folder, path));
        bytes += size;
        if (bytes > maxBytes) throw refused(folder, 'it is larger than 2 GiB');
        found.set(path, size);
      }
    }
  };
  try {
    await walk('');
  } catch (error) {
    throw error instanceof UserError ? error : cannotRead(folder, error as NodeJS.ErrnoException);
  }
  return found;
}

function cannotRead(folder: string, { code }: NodeJS.ErrnoException): UserError {
  if (code === 'ENOENT') return new UserError('notFound', `There is no evidence at ${folder}.`);
  if (code === 'ENOTDIR') return refused(folder, 'it is not a folder');
  return new UserError('failed', `The evidence in ${folder} cannot be read: ${code}.`);
}

function readSums(folder: string, text: string): Map<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split(/\r?\n/u).filter((content) => content !== '')) {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    if (sum === undefined || path === undefined) throw refused(folder, `${sumsFile} has a line that is no sum`);
    if (sums.has(path)) throw refused(folder, `${sumsFile} lists "${path}" twice`);
    sums.set(path, sum);
  }
  return sums;
}

async function sha256(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
