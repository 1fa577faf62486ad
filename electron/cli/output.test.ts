import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { oweAnswer } from './interruption.ts';
import { deliverChange } from './output.ts';
import { psdoctor, psdoctorJson } from './testing/run-psdoctor.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-out-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

describe('--out', () => {
  it('is looked at before anything is changed', async () => {
    const places = ['--practice', join(folder, 'server'), '--data', join(folder, 'data')];
    const wrong = ['--target', 'practice:stale-binding', ...places, '--out', join(folder, 'missing', 'r.json')];
    const { code, value } = await psdoctorJson('repair', 'rebind-certificate', '--yes', ...wrong);
    expect(code).toBe(2);
    expect(value).toMatchObject({ code: 'badArguments', message: expect.stringContaining('There is no folder') });
    expect(await psdoctorJson('cases', '--data', join(folder, 'data'))).toMatchObject({ value: { cases: [] } });
  });

  it.skipIf(process.getuid?.() === 0)('is refused where nothing may be written', async () => {
    await mkdir(join(folder, 'closed'));
    await chmod(join(folder, 'closed'), 0o500);
    expect(await psdoctor('diagnose', '--out', join(folder, 'closed', 'r.json'))).toMatchObject({ code: 2 });
  });

  it('of a change that was made gives the answer on stdout when the place is gone', async () => {
    const written: string[] = [];
    const write = process.stdout.write;
    oweAnswer();
    process.stdout.write = ((text: string) => written.push(text) > 0) as typeof write;
    try {
      await deliverChange({ json: true, out: join(folder, 'gone', 'r.json') }, { outcome: 'fixed' }, () => '', 'ps07');
    } finally {
      process.stdout.write = write;
    }
    expect(JSON.parse(written.join(''))).toEqual({ outcome: 'fixed' });
  });

  it('that is a folder has a file named by the server', async () => {
    await psdoctor('diagnose', '--target', 'practice:healthy', '--out', folder);
    expect(JSON.parse(await readFile(join(folder, 'PS07.corp.example.json'), 'utf8'))).toMatchObject({ version: 1 });
  });
});

describe('psdoctor that cannot work', () => {
  it('does not say so with 1, which is an answer about a server', async () => {
    const taken = join(folder, 'taken');
    await psdoctor('diagnose', '--target', 'practice:healthy', '--json', '--out', taken);
    expect((await psdoctor('cases', '--data', taken)).code).toBe(2);
  });
});
