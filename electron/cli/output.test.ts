import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { Result } from '../../shared/model/result.ts';
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

  it('makes the folder that a slash at its end names', async () => {
    for (const end of ['/', '\\']) {
      const out = `${join(folder, 'a', 'results')}${end}`;
      const { code, stderr } = await psdoctor('diagnose', '--target', 'practice:healthy', '--out', out);
      expect(code).toBe(0);
      expect(stderr).toContain(`Written to ${join(folder, 'a', 'results', 'PS07.corp.example.json')}`);
    }
    expect(await readdir(join(folder, 'a', 'results'))).toEqual(['PS07.corp.example.json']);
    const inFile = `${join(folder, 'a', 'results', 'PS07.corp.example.json')}/`;
    expect(await psdoctorJson('diagnose', '--out', inFile)).toMatchObject({
      code: 2,
      value: { code: 'badArguments', message: expect.stringMatching(/is a file, and --out names a folder there/u) },
    });
  });

  it('says that it wrote a file where a folder may have been meant, and text where JSON may have been', async () => {
    const file = join(folder, 'results');
    const first = await psdoctor('scenarios', '--out', file);
    expect(first).toEqual({
      code: 0,
      stdout: '',
      stderr: `Written to ${file}, a file: a folder that is not there yet is named with a slash at its end.\n`,
    });
    expect((await psdoctor('scenarios', '--out', file)).stderr).toBe(
      `Written to ${file}, in the place of an older one.\n`,
    );
    expect((await psdoctor('scenarios', '--out', join(folder, 's.json'))).stderr).toContain('with --json');
    expect((await psdoctor('scenarios', '--json', '--out', join(folder, 's.json'))).stderr).not.toContain('--json');
  });

  it('is looked at by every command before it works', async () => {
    const out = ['--out', join(folder, 'missing', 'r.json')];
    for (const command of [['cases'], ['show', 'x'], ['scenarios'], ['plan', 'restart-agent'], ['fleet', folder]]) {
      expect(await psdoctorJson(...command, ...out)).toMatchObject({
        code: 2,
        value: { message: expect.stringContaining('Nothing was done') },
      });
    }
  });

  it.skipIf(process.platform !== 'linux')('on a full disk loses no answer', async () => {
    const full = ['--out', '/dev/full'];
    const { code, value, stderr } = await psdoctorJson('diagnose', '--target', 'practice:stale-binding', ...full);
    expect(code).toBe(2);
    expect(Result.parse(value).causes[0]).toMatchObject({ id: 'stale-binding' });
    expect(stderr).toMatch(/\/dev\/full cannot be used: the disk is full\..* printed on stdout instead\.\n$/u);
    expect(await psdoctorJson('scenarios', ...full)).toMatchObject({
      code: 2,
      value: { scenarios: expect.anything() },
    });
  });

  it.skipIf(process.platform !== 'linux')('is not needed to hear that the place of stdout is full', () => {
    const program = join(import.meta.dirname, '..', '..', 'out', 'psdoctor', 'psdoctor.js');
    const line = 'exec "$0" "$@" > /dev/full';
    const { status, stderr } = spawnSync('sh', ['-c', line, process.execPath, program, 'scenarios'], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'The answer could not be written: the disk is full.\n' });
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
