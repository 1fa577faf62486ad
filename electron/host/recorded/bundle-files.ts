import { createHash } from 'node:crypto';
import { UserError } from '../../app/user-error.ts';
import { diskMeaning } from '../../cases/disk-words.ts';
import { oneLine } from '../../../shared/report/visible.ts';
import { readWhole } from '../content.ts';

/** The files of a bundle, by their paths in it. */
export interface BundleFiles {
  /** In bytes. */
  sizes: ReadonlyMap<string, number>;
  /** @throws UserError when the bundle has no such file */
  read(path: string): AsyncIterable<Uint8Array>;
  close(): void;
}

/** Files that were checked against the sums that came with them. */
export interface CheckedFiles extends BundleFiles {
  /** What a person should know about them, in sentences. */
  warnings: string[];
}

const sumsFile = 'SHA256SUMS';
const maxEntries = 50_000;
const maxBytes = 2 * 1024 ** 3;
const maxPath = 1024;

/** What makes a bundle unfit to be opened; the reason may hold names of somebody else's. */
export function refused(place: string, reason: string): UserError {
  return new UserError('refused', `The evidence in ${place} was not opened: ${oneLine(reason, 600)}.`);
}

/** What on Windows would be another place, another name, or a device (MS: Naming Files, Paths, and Namespaces). */
const isNotPortable = (name: string): boolean =>
  /^\.{0,2}$|[ .]$|[\p{Cc}<>"|?*]|^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?: *\..*)?$/iu.test(name);

/** Names that are equal so are one file on Windows, or on a Mac. */
const oneFileElsewhere = (path: string): string => path.normalize('NFC').toLowerCase();

/**
 * Takes down what a bundle holds, entry by entry, and refuses it as soon as there
 * is too much, or a name would mean another place or another file elsewhere.
 *
 * @param place the bundle, for the words of a refusal
 */
export function createInventory(place: string) {
  const sizes = new Map<string, number>();
  const seen = new Map<string, 'file' | 'folder' | 'folder of others'>();
  let bytes = 0;
  return {
    sizes,
    /** A file or a folder, by its path in the bundle with `/` between names. */
    addName(path: string, kind: 'file' | 'folder'): void {
      if (path.length > maxPath) throw refused(place, `it has a name of more than ${maxPath} characters`);
      if (/[\\:]/u.test(path) || path.split('/').some((name) => isNotPortable(name))) {
        throw refused(place, `the name "${path}" is not portable`);
      }
      const key = oneFileElsewhere(path);
      const known = seen.get(key);
      if (known === kind || (kind === 'folder' && known === 'file')) throw refused(place, `"${path}" is there twice`);
      if (kind === 'file' && known !== undefined) throw refused(place, `"${path}" is a file and a folder`);
      seen.set(key, kind);
      for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
        const above = key.slice(0, at);
        if (seen.get(above) === 'file') throw refused(place, `"${above}" is a file and a folder`);
        if (seen.has(above)) break;
        seen.set(above, 'folder of others');
      }
      if (seen.size > maxEntries) throw refused(place, `it has more than ${maxEntries} entries`);
    },
    /** The size of a file whose name was added, in bytes. */
    addFile(path: string, size: number): void {
      bytes += size;
      if (bytes > maxBytes) throw refused(place, 'it is larger than 2 GiB');
      sizes.set(path, size);
    },
  };
}

/**
 * Reads every file once: what cannot be read, or is not what SHA256SUMS says,
 * is found out before anything is concluded from it.
 *
 * @throws UserError
 */
export async function checkFiles(place: string, files: BundleFiles): Promise<CheckedFiles> {
  const sums = files.sizes.has(sumsFile) ? await readSums(place, files) : null;
  for (const path of files.sizes.keys()) {
    if (path === sumsFile) continue;
    if (sums !== null && !sums.has(path)) throw refused(place, `"${path}" is not listed in ${sumsFile}`);
    const sum = await sha256(files.read(path)).catch(unreadable(place, path));
    if (sums !== null && sums.get(path) !== sum) {
      throw refused(place, `"${path}" is not what it was when ${sumsFile} was written`);
    }
  }
  const missing = [...(sums?.keys() ?? [])].find((path) => !files.sizes.has(path));
  if (missing !== undefined) throw refused(place, `"${missing}" is listed in ${sumsFile} and missing`);
  const warning = `The evidence came without ${sumsFile}: whether it is complete and unchanged is not known.`;
  return { ...files, warnings: sums === null ? [warning] : [] };
}

/** Says why one of the files cannot be read: the disk's reason, or what is wrong with the zip. */
const unreadable =
  (place: string, path: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw refused(place, `"${path}" cannot be read (${diskMeaning(error.code) ?? error.message})`);
  };

/** No list of sums of so many entries is larger. */
const maxSums = 64 * 1024 * 1024;

async function readSums(place: string, files: BundleFiles): Promise<Map<string, string>> {
  if ((files.sizes.get(sumsFile) ?? 0) > maxSums) throw refused(place, `${sumsFile} is larger than ${maxSums} bytes`);
  const text = (await readWhole(files.read(sumsFile)).catch(unreadable(place, sumsFile))).toString();
  const sums = new Map<string, string>();
  for (const line of text.split(/\r?\n/u).filter((content) => content !== '')) {
    const [, sum, path] = /^([0-9a-f]{64}) [ *](.+)$/iu.exec(line) ?? [];
    if (sum === undefined || path === undefined) throw refused(place, `${sumsFile} has a line that is no sum`);
    if (sums.has(path)) throw refused(place, `${sumsFile} lists "${path}" twice`);
    sums.set(path, sum.toLowerCase());
  }
  return sums;
}

async function sha256(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of content) hash.update(chunk);
  return hash.digest('hex');
}
