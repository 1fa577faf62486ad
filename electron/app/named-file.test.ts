import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { namedFile, namedFolder } from './named-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-named-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

describe('what a person names', () => {
  it('is a folder when one is there, or when a slash or backslash says so', async () => {
    await mkdir(join(folder, 'there'));
    await writeFile(join(folder, 'file'), '');
    expect(await namedFolder(join(folder, 'there'))).toBe(join(folder, 'there'));
    expect(await namedFolder(join(folder, 'file'))).toBeNull();
    expect(await namedFolder(join(folder, 'missing'))).toBeNull();
    for (const end of ['/', '//', '\\']) {
      expect(await namedFolder(`${join(folder, 'missing')}${end}`)).toBe(join(folder, 'missing'));
    }
    expect(await namedFolder('/')).toBe(resolve('/'));
  });

  it('is a file in a folder that is made', async () => {
    expect(await namedFile(join(folder, 'r.html'), 'x')).toBe(join(folder, 'r.html'));
    expect(await namedFile(`${join(folder, 'a', 'b')}/`, 'x.html')).toBe(join(folder, 'a', 'b', 'x.html'));
    expect((await stat(join(folder, 'a', 'b'))).isDirectory()).toBe(true);
    await writeFile(join(folder, 'file'), '');
    await expect(namedFile(`${join(folder, 'file')}/`, 'x')).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringMatching(/it is a file, and a folder is needed there; .* move the file away\.$/u),
    });
  });

  it('is told when Windows took a quotation mark for a part of it', async () => {
    const misread = 'C:\\my results" --json';
    await expect(namedFolder(misread, 'win32')).rejects.toMatchObject({
      code: 'badArguments',
      message: expect.stringContaining('End the folder with a slash'),
    });
    expect(await namedFolder(misread, 'linux')).toBeNull();
  });
});
