import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { extractFromTar, extractZip } from './unpack.mjs';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'psd-unpack-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A zip of uncompressed files, as small as the format allows. */
function zip(files: { name: string; content?: string; mode?: number }[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = '', mode = 0o644 } of files) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6);
    central.writeUInt32LE(offset, 10);
    // "Made by" Unix, so that the mode is one.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, central, Buffer.from(name));
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), Buffer.from(content)]);
    bodies.push(body);
    offset += body.length;
  }
  const size = Buffer.concat(directory).length;
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

test.skipIf(process.platform === 'win32')('takes what is wanted, with its mode', async () => {
  const archive = join(folder, 'a.zip');
  const files = [
    { name: 'App/' },
    { name: 'App/run', content: 'r', mode: 0o755 },
    { name: 'App/deep/data', content: 'd' },
  ];
  writeFileSync(archive, zip([...files, { name: 'App/resources/app/main.js', content: 'm' }]));
  const target = join(folder, 'out');
  await extractZip(archive, target, (path) => (path.includes('resources/') ? null : path.replace('App/', '')));
  expect(readdirSync(target, { recursive: true }).map(String).sort()).toEqual(['deep', 'deep/data', 'run']);
  expect(statSync(join(target, 'run')).mode & 0o777).toBe(0o755);
  expect(readFileSync(join(target, 'deep', 'data'), 'utf8')).toBe('d');
});

test('refuses an entry that would leave the folder', async () => {
  const archive = join(folder, 'a.zip');
  writeFileSync(archive, zip([{ name: '../outside', content: 'x' }]));
  await expect(extractZip(archive, join(folder, 'out'), (path) => path)).rejects.toThrow('relative path');
});

test('takes one file out of a tarball, and says when it is not there', async () => {
  mkdirSync(join(folder, 'package'));
  writeFileSync(join(folder, 'package', 'app.zip'), 'zip');
  spawnSync('tar', ['-czf', 'a.tgz', 'package'], { cwd: folder });
  const target = join(folder, 'out');
  mkdirSync(target);
  const archive = join(folder, 'a.tgz');
  expect(readFileSync(await extractFromTar(archive, 'package/app.zip', target), 'utf8')).toBe('zip');
  await expect(extractFromTar(archive, 'package/none', target)).rejects.toThrow(/^tar: /u);
});
