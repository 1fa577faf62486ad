import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createWindowsHost } from './windows-host.ts';
import { realWorld } from './world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-exports-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const real = (path: string) => join(folder, ...path.split('\\').slice(1));
const exports = 'C:\\ProgramData\\PackageServerDoctor\\Exports';

/** A windows Host whose ProgramData is a folder here, and whose rights are told by `loose`. */
const host = (loose: Readonly<Record<string, string>> = {}) =>
  createWindowsHost({
    ...realWorld({}),
    programData: 'C:\\ProgramData',
    mapPath: real,
    whyLoose: (path) => Promise.resolve(loose[path] ?? null),
  });

describe('exportPath', () => {
  it('makes the folder and names a file in it', async () => {
    expect(await host().exportPath('x.reg')).toBe(`${exports}\\x.reg`);
    expect((await stat(real(exports))).isDirectory()).toBe(true);
  });

  it.each([exports, 'C:\\ProgramData\\PackageServerDoctor'])('refuses %s when others can write there', async (path) => {
    const loose = { [real(path)]: 'BU may write to it' };
    await expect(host(loose).exportPath('x.reg')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('BU may write to it'),
    });
  });

  it('says why it cannot be made', async () => {
    await mkdir(real('C:\\ProgramData'));
    await writeFile(real('C:\\ProgramData\\PackageServerDoctor'), '');
    await expect(host().exportPath('x.reg')).rejects.toMatchObject({ code: 'failed' });
  });
});
