import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { UserError } from '../../app/user-error.ts';
import { createInventory, refused, type BundleFiles } from './bundle-files.ts';

/** What a small entry unpacks to does no harm, however well it was packed. */
const mayGrowTo = 16 * 1024 * 1024;
const maxGrowth = 500;

/** The kind in a mode of Unix; programs that do not know modes leave 0. */
const kindBits = 0o170000;
const folderOrFile = [0, 0o040000, 0o100000];
const symbolicLink = 0o120000;
/** Of an entry's own header, without its name: no two entries lie closer together. */
const headerBytes = 30;

/**
 * The files of a zip that somebody sent; nothing is unpacked to the disk. It is
 * refused, with the reason, when its entries would leave the folder, are links,
 * doubles or encrypted, lie within each other, or unpack to too much. All may lie below one folder, as
 * "Send to" in Windows puts them.
 *
 * @throws UserError
 */
export async function openBundleZip(path: string): Promise<BundleFiles> {
  const zip = await open(path);
  try {
    const entries = await entriesOf(zip, path);
    return {
      sizes: new Map([...entries].map(([name, { uncompressedSize }]) => [name, uncompressedSize])),
      read(name) {
        const entry = entries.get(name);
        if (entry === undefined) throw refused(path, `it has no file "${name}"`);
        return unpack(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error instanceof UserError ? error : damaged(path, error as Error);
  }
}

const open = (path: string): Promise<ZipFile> =>
  openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true }).catch((error: Error) => {
    throw damaged(path, error);
  });

/** The library's words say what is wrong with the zip, such as a name that leaves the folder. */
const damaged = (path: string, { message }: Error): UserError => refused(path, `it is no sound zip (${message})`);

async function entriesOf(zip: ZipFile, path: string): Promise<Map<string, Entry>> {
  const { addName, addFile } = createInventory(path);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize, externalFileAttributes } = entry;
    const folder = fileName.endsWith('/');
    addName(folder ? fileName.slice(0, -1) : fileName, folder ? 'folder' : 'file');
    const kind = (externalFileAttributes >>> 16) & kindBits;
    if (kind === symbolicLink) throw refused(path, `"${fileName}" is a link`);
    if (!folderOrFile.includes(kind)) throw refused(path, `"${fileName}" is no file`);
    if (folder) continue;
    if (!entry.canDecodeFileData()) throw refused(path, `"${fileName}" is encrypted, or packed in an unusual way`);
    if (uncompressedSize > mayGrowTo && uncompressedSize > maxGrowth * compressedSize) {
      throw refused(path, `"${fileName}" unpacks to more than ${maxGrowth} times its size`);
    }
    addFile(fileName, uncompressedSize);
    entries.set(fileName, entry);
  }
  const within = entryWithinAnother([...entries.values()]);
  if (within !== undefined) throw refused(path, `"${within.fileName}" lies within another entry`);
  return belowOneFolder(entries);
}

/** A few bytes that many entries share would unpack to far more than the zip is. */
function entryWithinAnother(entries: readonly Entry[]): Entry | undefined {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  return inOrder.find((entry, index) => {
    const before = inOrder[index - 1];
    if (before === undefined) return false;
    const end = before.relativeOffsetOfLocalHeader + headerBytes + before.compressedSize;
    return entry.relativeOffsetOfLocalHeader < end;
  });
}

/** Without the folder that all entries have in common, unless the bundle lies at the top. */
function belowOneFolder(entries: Map<string, Entry>): Map<string, Entry> {
  const [first = ''] = entries.keys();
  const folder = first.slice(0, first.indexOf('/') + 1);
  if (folder === '' || entries.has('bundle.json') || ![...entries.keys()].every((name) => name.startsWith(folder))) {
    return entries;
  }
  return new Map([...entries].map(([name, entry]) => [name.slice(folder.length), entry]));
}

/** The library checks the size of what it unpacks; its check sum is checked here. */
async function* unpack(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    sum = crc32(chunk as Uint8Array, sum);
    yield chunk as Uint8Array;
  }
  if (sum !== entry.crc32) throw new Error('its check sum is wrong');
}
