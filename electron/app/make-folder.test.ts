import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-folder-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

describe('makeFolder', () => {
  it('makes what is missing, by several at once, and is content with what is there', async () => {
    const path = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 5 }, () => makeFolder(path, 0o700)));
    await makeFolder(path);
    await makeFolder(resolve('/'));
    const { mode } = await stat(join(folder, 'a'));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o700);
    expect((await stat(path)).isDirectory()).toBe(true);
  });

  it('says what stands in the way', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.skipIf(process.platform !== 'linux')('ends where no folder can ever be made', async () => {
    await expect(makeFolder('/proc/psdoctor/data')).rejects.toMatchObject({ code: 'ENOENT', path: '/proc/psdoctor' });
  });
});
