import { mkdtemp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from '../app/make-folder.ts';
import { writeFileAtomic } from '../app/write-atomic.ts';
import { diskTrouble, inWords } from './disk-words.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disk-words-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});
const at = (...parts: string[]) => join(folder, ...parts);

describe('what stands in the way is said, and what to do', () => {
  it.each([
    ['a folder where a file is', ['file'], makeFolder, 'it is a file, and a folder is needed there'],
    ['a folder below a file', ['file', 'a', 'b'], makeFolder, 'FILE is a file, and a folder is needed there'],
    ['a file below a file', ['file', 'a'], (path: string) => readFile(path), 'FILE is a file, and a folder is needed'],
    ['a file where a folder is', ['folder'], (path: string) => readFile(path), 'it is a folder, and a file is needed'],
    ['a file without its folder', ['no', 'x'], (path: string) => writeFileAtomic(path, ''), 'there is no folder NO.'],
    ['a file that is not there', ['x'], (path: string) => readFile(path), 'it is not there.'],
  ])('%s', async (_what, parts, work: (path: string) => Promise<unknown>, words) => {
    await writeFile(at('file'), '');
    await mkdir(at('folder'));
    const expected = words.replace('FILE', at('file')).replace('NO', at('no'));
    const path = at(...parts);
    await expect(inWords(path, work)).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining(`${path} cannot be used: ${expected}`),
    });
  });

  it('of an error, too, that nobody put into words on its way', async () => {
    await writeFile(at('file'), '');
    const error: unknown = await makeFolder(at('file')).catch((reason: unknown) => reason);
    expect((await diskTrouble(error))?.message).toContain('file cannot be used: it is a file, and a folder is needed');
    expect(await diskTrouble(new Error('no trouble with a disk'))).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('a link that leads nowhere', async () => {
    await symlink(at('nowhere'), at('link'));
    await expect(inWords(at('link'), makeFolder)).rejects.toMatchObject({
      message: expect.stringMatching(/it is a link that leads nowhere, .* move the link away\.$/u),
    });
  });

  it('names the file that was to be written, not the one that was to become it', async () => {
    const error: unknown = await writeFileAtomic(at('no', 'x'), '').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'ENOENT', path: at('no', 'x') });
  });
});
