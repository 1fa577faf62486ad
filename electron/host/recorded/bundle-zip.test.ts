import { createWriteStream } from 'node:fs';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openRecordedHost } from './recorded-host.ts';
import { bundleFixture, interview, recorded } from './testing/bundle-fixture.ts';
import { writeBundle } from './write-bundle.ts';

const fixture = bundleFixture();
const { paths } = fixture;
const zipPath = () => join(paths.folder, 'evidence.zip');

/** The bundle folder's files as a zip, below `folder`, and what `more` adds to it. */
async function zipped(folder = '', more: (zip: ZipFile) => void = () => undefined): Promise<void> {
  await fixture.write();
  const zip = new ZipFile();
  const packed = pipeline(zip.outputStream, createWriteStream(zipPath()));
  for (const name of await readdir(paths.bundle, { recursive: true, withFileTypes: true })) {
    const path = join(name.parentPath, name.name);
    if (name.isFile()) zip.addFile(path, folder + path.slice(paths.bundle.length + 1));
  }
  more(zip);
  zip.end();
  await packed;
}

/** Another name of the same length, which no honest zip program would write. */
async function rename(from: string, to: string): Promise<void> {
  const content = (await readFile(zipPath())).toString('latin1');
  expect(content).toContain(from);
  await writeFile(zipPath(), content.replaceAll(from, to), 'latin1');
}

/** A zip's directory of empty folders, as its format has it; a library would make them one by one. */
function folders(count: number): Buffer {
  const entries = Array.from({ length: count }, (_, index) => {
    const name = `d${index}/`;
    const header = Buffer.alloc(46);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(name.length, 28);
    return Buffer.concat([header, Buffer.from(name)]);
  });
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  return Buffer.concat([directory, end]);
}

/** The place of an entry's record in the directory: what the reader goes by. */
async function changeRecord(name: string, change: (record: Buffer) => void): Promise<void> {
  const zip = await readFile(zipPath());
  let at = zip.indexOf('PK\u0001\u0002', 'latin1');
  while (zip.toString('latin1', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) {
    at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1');
    expect(at).toBeGreaterThan(0);
  }
  change(zip.subarray(at));
  await writeFile(zipPath(), zip);
}
const setFlag = (name: string, flag: number) =>
  changeRecord(name, (record) => record.writeUInt16LE(record.readUInt16LE(8) | flag, 8));
const setMethod = (name: string, method: number) => changeRecord(name, (record) => record.writeUInt16LE(method, 10));
const setOffset = (name: string, offset: number) => changeRecord(name, (record) => record.writeUInt32LE(offset, 42));
async function offsetOf(name: string): Promise<number> {
  let offset = 0;
  await changeRecord(name, (record) => (offset = record.readUInt32LE(42)));
  return offset;
}
const setSize = (name: string, size: number) => changeRecord(name, (record) => record.writeUInt32LE(size, 24));

/** Says that the directory begins there. */
async function setDirectory(offset: number): Promise<void> {
  const zip = await readFile(zipPath());
  zip.writeUInt32LE(offset, zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  await writeFile(zipPath(), zip);
}

/** An end that refers to another end, of zip64, which is not where it says. */
async function appendZip64Lie(): Promise<void> {
  const zip = await readFile(zipPath());
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(0x7fff_ffff_ffffn, 8);
  zip.writeUInt16LE(0xffff, end + 10);
  zip.writeUInt32LE(0xffff_ffff, end + 16);
  await writeFile(zipPath(), Buffer.concat([zip.subarray(0, end), locator, zip.subarray(end)]));
}

/** What lies in the folder and beside it: nothing is unpacked anywhere. */
const everything = () =>
  readdir(join(paths.folder, '..')).then(async (beside) => [
    beside.filter((name) => name.includes('evil')),
    await readdir(paths.folder, { recursive: true }),
  ]);

const extra = (name: string) => zipped('', (zip) => zip.addBuffer(Buffer.from('x'), name));

describe('a bundle as a zip', () => {
  it('gives every answer back as it was', async () => {
    const host = await recorded();
    const before = await interview(host);
    await writeBundle(host, zipPath());
    await host.dispose();
    const replayed = await openRecordedHost(zipPath());
    expect(replayed).toMatchObject({ name: `recorded:${zipPath()}`, warnings: [] });
    expect(await interview(replayed)).toEqual(before);
    await replayed.dispose();
    expect(await readdir(paths.folder)).toEqual(['evidence.zip']);
  });

  it('is not written over anything', async () => {
    await writeFile(zipPath(), 'mine');
    const host = await recorded();
    await expect(writeBundle(host, zipPath())).rejects.toMatchObject({ code: 'badArguments' });
    expect(await readFile(zipPath(), 'utf8')).toBe('mine');
    await host.dispose();
  });

  it('leaves nothing behind when its content cannot be read', async () => {
    const host = await recorded();
    await interview(host);
    const broken = {
      async *[Symbol.asyncIterator]() {
        yield Buffer.from('x');
        throw new Error('the store is gone');
      },
    };
    const answers = host.answers().map((one) => {
      return one.kind === 'file' ? { ...one, content: { size: 1, read: () => broken } } : one;
    });
    await expect(writeBundle({ ...host, answers: () => answers }, zipPath())).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('the store is gone'),
    });
    expect(await readdir(paths.folder)).toEqual([]);
    await host.dispose();
  });

  it('may lie below one folder, as Windows packs it', async () => {
    await zipped('PS07 evidence/', (zip) => zip.addEmptyDirectory('PS07 evidence/answers'));
    await (await openRecordedHost(zipPath())).dispose();
  });
});

describe('a zip is refused', () => {
  const hostile: [string, () => Promise<unknown>, RegExp][] = [
    ['when an entry climbs out', async () => (await extra('aa/evil'), rename('aa/evil', '../evil')), /\.\.\/evil/],
    [
      'when an entry climbs in the middle',
      async () => (await extra('b/aa/e'), rename('b/aa/e', 'b/../e')),
      /b\/\.\.\/e/,
    ],
    ['when an entry is absolute', async () => (await extra('aevil'), rename('aevil', '/evil')), /\/evil/],
    ['when an entry has a drive', async () => (await extra('aa/evil'), rename('aa/evil', 'C:/evil')), /C:\/evil/],
    ['when an entry has a stream', async () => (await extra('aa_evil'), rename('aa_evil', 'aa:evil')), /not portable/],
    ['when an entry has a backslash', async () => (await extra('a_evil'), rename('a_evil', 'a\\evil')), /a\\evil/],
    [
      'when an entry has an empty name in it',
      async () => (await extra('a/b/e'), rename('a/b/e', 'a//be')),
      /not portable/,
    ],
    [
      'when an entry is a link',
      () => zipped('', (zip) => zip.addBuffer(Buffer.from('/etc/passwd'), 'l', { mode: 0o120777 })),
      /is a link/,
    ],
    [
      'when an entry is a pipe',
      () => zipped('', (zip) => zip.addBuffer(Buffer.from(''), 'p', { mode: 0o010644 })),
      /is no file/,
    ],
    ['when a file is a folder, too', () => extra('answers'), /"answers" is a file and a folder/],
    ['when a folder is a file, too', () => extra('bundle.json/x'), /"bundle.json" is a file and a folder/],
    [
      'when two names are one on a Mac',
      () => zipped('', (zip) => ['\u00e9', 'e\u0301'].forEach((name) => zip.addBuffer(Buffer.from('x'), name))),
      /is there twice/,
    ],
    [
      'when two entries share their bytes',
      async () => (await extra('zz'), setOffset('zz', await offsetOf('bundle.json'))),
      /lies within another entry/,
    ],
    ['when a name is endless', () => extra(`${'a/'.repeat(600)}a`), /more than 1024 characters/],
    ['when two names are one on Windows', () => extra('Bundle.JSON'), /is there twice/],
    ['when a name is there twice', () => extra('bundle.json'), /is there twice/],
    ['when a file is not listed', () => extra('extra'), /"extra" is not listed/],
    [
      'when an entry unpacks to far more than it is',
      () => zipped('', (zip) => zip.addBuffer(Buffer.alloc(17 * 1024 * 1024), 'bomb')),
      /more than 500 times/,
    ],
    ['when an entry is a device', async () => (await extra('a/aux_'), rename('a/aux_', 'a/aux.')), /not portable/],
    ['when an entry is a device with an ending', () => extra('answers/NUL.txt'), /not portable/],
    ['when an entry ends in a blank', () => extra('bundle.json '), /not portable/],
    ['when an entry has a control character', () => extra('a\u0007b'), /not portable/],
    [
      'when an entry is on another server',
      async () => (await extra('aaserver/x'), rename('aaserver/x', '\\\\server\\x')),
      /server/,
    ],
    ['when an entry is encrypted', async () => (await extra('locked'), setFlag('locked', 1)), /encrypted/],
    [
      'when an entry is packed in an unknown way',
      async () => (await extra('odd'), setMethod('odd', 99)),
      /unusual way/,
    ],
    [
      'when ten gigabytes of zeros are announced',
      async () => (await extra('big'), setSize('big', 0xffff_fffe)),
      /unpacks to|larger than/,
    ],
    [
      'when an entry unpacks to more than it announces',
      async () => (await zipped(), setSize('bundle.json', 1)),
      /cannot be read/,
    ],
    ['when its zip64 end points nowhere', async () => (await zipped(), appendZip64Lie()), /no sound zip/],
    [
      'when its directory begins beyond its end',
      async () => (await zipped(), setDirectory(0x7fff_ffff)),
      /no sound zip/,
    ],
    ['when it has too many entries', () => writeFile(zipPath(), folders(50_001)), /more than 50000 entries/],
    [
      'when it is cut off',
      async () => (await zipped(), writeFile(zipPath(), (await readFile(zipPath())).subarray(0, -100))),
      /no sound zip/,
    ],
    ['when it is no zip', () => writeFile(zipPath(), 'no zip'), /no sound zip/],
    ['when it is empty', () => writeFile(zipPath(), ''), /no sound zip/],
    ['when it holds no bundle', async () => (await zipped(), rename('bundle.json', 'bundle_json')), /listed|no file/],
  ];

  it.each(hostile)('%s', async (_when, spoil, reason) => {
    await spoil();
    const before = await everything();
    await expect(openRecordedHost(zipPath())).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(reason),
    });
    expect(await everything()).toEqual(before);
  });

  /** A zip whose answers and sums can be changed where they stand. */
  async function packLoosely(...more: string[]): Promise<void> {
    await fixture.write();
    const zip = new ZipFile();
    const packed = pipeline(zip.outputStream, createWriteStream(zipPath()));
    const answers = await readdir(join(paths.bundle, 'answers'));
    zip.addFile(join(paths.bundle, 'bundle.json'), 'bundle.json');
    for (const name of [...answers.map((answer) => `answers/${answer}`), ...more]) {
      zip.addFile(join(paths.bundle, name), name, { compress: false });
    }
    zip.end();
    await packed;
  }

  it('when one byte of its sums was changed', async () => {
    await packLoosely('SHA256SUMS');
    await rename('  bundle.json', '  bundle.jsox');
    await expect(openRecordedHost(zipPath())).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/"SHA256SUMS" cannot be read .*check sum/),
    });
  });

  it('when one byte of an answer was changed, with and without the sums', async () => {
    await packLoosely();
    const opened = await openRecordedHost(zipPath());
    expect(opened.warnings).toEqual([expect.stringContaining('SHA256SUMS')]);
    await opened.dispose();
    await rename('0.0.0.0:443', '0.0.0.0:444');
    await expect(openRecordedHost(zipPath())).rejects.toMatchObject({ message: expect.stringMatching(/check sum/) });
  });
});
