import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { RepairReport } from '../../shared/model/repair.ts';
import { Result } from '../../shared/model/result.ts';
import { psdoctor, psdoctorJson } from './testing/run-psdoctor.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-diagnose-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

const data = () => ['--data', join(folder, 'data')];
const on = (server: string) => ['--practice', join(folder, server), ...data()];
const idOf = (value: unknown) => (value as { case: string }).case;

describe('psdoctor diagnose --case', () => {
  it('keeps a diagnosis in a new case in which nothing was changed, and later ones in the same', async () => {
    const first = await psdoctorJson('diagnose', ...on('server'), '--case');
    expect(first).toMatchObject({ code: 1, stderr: expect.stringContaining('Kept in case') });
    const id = idOf(first.value);
    expect(Result.safeParse(first.value).success).toBe(true);
    const shown = { state: 'unchanged', words: expect.stringContaining('nothing was changed') };
    expect(await psdoctorJson('cases', ...data())).toMatchObject({ value: { cases: [{ id, ...shown }] } });
    const text = await psdoctor('show', id, ...data());
    expect(text.stdout).toMatch(/Found before the first repair[^]*No repair of this case has begun/u);

    const begun = await psdoctorJson('repair', 'rebind-certificate', ...on('server'), '--case', id, '--yes');
    const report = RepairReport.parse(begun.value);
    expect(report).toMatchObject({ outcome: 'fixed', case: id });
    const again = await psdoctorJson('diagnose', ...on('server'), '--case', id);
    expect(again).toMatchObject({ code: 0, value: { case: id } });
    const { value } = await psdoctorJson('show', id, ...data());
    expect(value).toMatchObject({
      before: { at: report.before.startedAt },
      after: { at: Result.parse(again.value).startedAt },
    });
    expect(await readdir(join(folder, 'data', 'cases'))).toEqual([id]);
  });

  it('writes nothing when it is not asked to', async () => {
    await psdoctor('diagnose', ...on('server'));
    expect(await readdir(folder)).not.toContainEqual('data');
  });

  it('refuses the case of another server, and says before it asks that a case cannot be kept', async () => {
    const { value } = await psdoctorJson('diagnose', ...on('one'), '--case');
    const id = idOf(value);
    const file = join(folder, 'data', 'cases', id, 'before.json');
    const before = await readFile(file, 'utf8');
    for (const command of [
      ['diagnose', '--case', id],
      ['repair', 'rebind-certificate', '--case', id, '--yes'],
      ['undo', id, '--yes'],
      ['resume', id],
    ]) {
      expect(await psdoctorJson(...command, ...on('other'))).toMatchObject({
        code: 4,
        value: { code: 'refused', message: expect.stringContaining('another practice server') },
      });
    }
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await psdoctorJson('diagnose', ...on('one'), '--case', '2020-01-01-01')).toMatchObject({ code: 2 });
  });

  it('loses no result whose evidence cannot be written', async () => {
    await writeFile(join(folder, 'taken.zip'), '');
    await writeFile(join(folder, 'file'), '');
    for (const bundle of ['taken.zip', 'file', 'file/below/e.zip']) {
      const asked = ['diagnose', ...on('server'), '--bundle', join(folder, bundle)];
      const { code, value, stderr } = await psdoctorJson(...asked);
      expect(code).toBe(2);
      expect(Result.parse(value).causes[0]).toMatchObject({ id: 'stale-binding' });
      expect(stderr).toMatch(/(?:is there already|could not be written).*The result stands; its evidence is not kept/u);
      const text = await psdoctor(...asked);
      expect(text).toMatchObject({ code: 2, stderr, stdout: expect.stringContaining('stale-binding, confirmed') });
    }
    const kept = await psdoctorJson('diagnose', ...on('server'), '--case', '--bundle', join(folder, 'file'));
    expect(kept).toMatchObject({ code: 2, value: { case: expect.any(String) } });
    expect(await psdoctorJson('show', idOf(kept.value), ...data())).toMatchObject({ code: 0 });
  });

  it('keeps no recording', async () => {
    const bundle = join(folder, 'evidence');
    await psdoctor('diagnose', '--target', 'practice:healthy', '--bundle', bundle);
    const { code, value } = await psdoctorJson('diagnose', '--target', `recorded:${bundle}`, '--case', ...data());
    expect([code, value]).toEqual([2, expect.objectContaining({ message: expect.stringContaining('recording') })]);
  });
});

describe('psdoctor practice', () => {
  it('says what happened, as text and as a document', async () => {
    const place = ['--practice', join(folder, 'server')];
    expect(await psdoctorJson('practice', 'reboot', ...place)).toMatchObject({ code: 2, value: { code: 'notFound' } });
    await psdoctor('diagnose', ...place);
    expect(await psdoctor('practice', 'reboot', ...place)).toEqual({
      code: 0,
      stdout: 'PS07.corp.example was rebooted.\n',
      stderr: '',
    });
    expect(await psdoctorJson('practice', 'reboot', ...place)).toMatchObject({
      code: 0,
      value: { format: 'package-server-doctor/practice-event', version: 1, event: 'reboot' },
    });
  });
});

describe('psdoctor', () => {
  it.each([
    'diagnose',
    'analyze',
    'plan',
    'repair',
    'cases',
    'show',
    'resume',
    'undo',
    'report',
    'scenarios',
    'practice',
  ])('%s --help has an example', async (command) => {
    const { code, stdout } = await psdoctor(command, '--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`Examples?\\n {2}psdoctor ${command}`, 'u'));
  });

  it('says in words what the file system refuses', async () => {
    await psdoctor('diagnose', '--practice', join(folder, 'server'));
    const inFile = join(folder, 'server', 'practice-server.json', 'below');
    expect(await psdoctorJson('diagnose', '--practice', inFile)).toMatchObject({
      code: 2,
      value: {
        code: 'failed',
        message: expect.stringMatching(
          /below cannot be used: .*practice-server\.json is a file, and a folder is needed there/u,
        ),
      },
    });
    const { stderr } = await psdoctor('cases', '--data', join(folder, 'server', 'practice-server.json'));
    expect(stderr).toMatch(
      /practice-server\.json is a file, and a folder is needed there; .* move the file away\.\n$/u,
    );
  });
});
