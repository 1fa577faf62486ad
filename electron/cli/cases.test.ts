import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Plan, RepairReport } from '../../shared/model/repair.ts';
import { applyPracticeEvent, createPracticeServer } from '../host/practice/practice-server.ts';
import { openCaseStore } from '../cases/store.ts';
import { dieBefore } from '../repairs/testing/die-before.ts';
import { wrongCertificate } from '../repairs/testing/practice-repair.ts';
import { psdoctor, psdoctorJson } from './testing/run-psdoctor.ts';

/** Built before the tests. */
const program = fileURLToPath(new URL('../../out/psdoctor/psdoctor.js', import.meta.url));

let folder: string;
let places: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'psdoctor-cli-'));
  places = ['--practice', join(folder, 'server'), '--data', join(folder, 'data')];
  onTestFinished(() => rm(folder, { recursive: true }));
});

const onServer = (command: string, subject: string, ...more: string[]) =>
  psdoctorJson(command, subject, ...places, ...more);
const data = () => ['--data', join(folder, 'data')];

async function serverOf(scenario: string) {
  const server = await createPracticeServer({ scenario, dir: join(folder, 'server') });
  onTestFinished(() => server.dispose());
  return server;
}

describe('psdoctor and its cases', () => {
  it('forgets no half-done repair where the cause is another by now', async () => {
    const server = await serverOf('healthy');
    await server.change(wrongCertificate);
    const { value } = await onServer('repair', 'rebind-certificate', '--yes');
    const { case: id } = RepairReport.parse(value);
    await dieBefore(await openCaseStore(join(folder, 'data')), id!, 1);
    const again = await onServer('repair', 'rebind-certificate', '--yes', '--only-if', 'stale-binding');
    expect(again).toMatchObject({ code: 4, value: { code: 'busy', message: expect.stringContaining(`undo ${id}`) } });
  });

  it('makes no practice server where a case is to be taken back on one that is not there', async () => {
    await (await serverOf('healthy')).change(wrongCertificate);
    const { value } = await onServer('repair', 'rebind-certificate', '--yes');
    const gone = ['--practice', join(folder, 'gone'), ...data()];
    const undone = await psdoctorJson('undo', RepairReport.parse(value).case!, '--yes', ...gone);
    expect(undone).toMatchObject({ code: 2, value: { code: 'notFound' } });
    expect(await readdir(folder)).not.toContain('gone');
  });

  it('lists, shows and takes back what was repaired', async () => {
    const server = await serverOf('healthy');
    await server.change(wrongCertificate);
    const { httpSys } = await server.world();
    expect(await psdoctorJson('cases', ...data())).toMatchObject({ code: 0, value: { cases: [] } });
    const first = await onServer('repair', 'rebind-certificate', '--yes');
    const { case: id } = RepairReport.parse(first.value);
    const second = await onServer('repair', 'refresh-packages', '--case', id!, '--yes');
    expect([first.code, second.code]).toEqual([0, 0]);

    const shown = await psdoctorJson('show', id!, ...data());
    expect(shown.value).toMatchObject({
      id,
      runs: [
        { repair: 'rebind-certificate', outcome: 'fixed', canBeUndone: true },
        { repair: 'refresh-packages', outcome: 'fixed', canBeUndone: false, cannotBeUndone: [expect.any(String)] },
      ],
    });
    const { backups } = shown.value as { backups: string[] };
    expect(backups).toHaveLength(2);
    for (const path of backups) expect(path).toContain(join(id!, 'backups'));
    // The same three that the repair named.
    const ofIis = `appcmd backup psdoctor-${id}-01-rebind-certificate`;
    expect(shown.value).toMatchObject({ otherBackups: [ofIis] });
    const named = RepairReport.parse(first.value).steps.flatMap(({ words, detail = '' }) =>
      words.startsWith('Back up') ? [detail] : [],
    );
    expect(named).toHaveLength(3);
    for (const backup of [...backups, ofIis]) expect(named.join('\n')).toContain(backup);
    const text = await psdoctor('show', id!, ...data());
    expect(text.stdout).toMatch(
      /Found before the first repair[^]*netsh\.exe http update[^]*Backups\n.*\n.*\n {2}appcmd backup psdoctor-[^]*psdoctor undo/u,
    );

    const plan = await onServer('undo', id!);
    expect(plan.code).toBe(2);
    expect(Plan.parse(plan.value).steps).toHaveLength(1);
    const undone = await onServer('undo', id!, '--yes');
    expect(undone.code).toBe(0);
    expect(RepairReport.parse(undone.value).outcome).toBe('undone');
    expect((await server.world()).httpSys).toEqual(httpSys);
    expect((await onServer('undo', id!, '--yes')).code).toBe(4);
  });

  it('waits for a person, is told so, and goes on', async () => {
    const server = await serverOf('policy-not-forced');
    const begun = await onServer('repair', 'force-overwrite', '--yes');
    expect(begun.code).toBe(3);
    const { case: id, outcome } = RepairReport.parse(begun.value);
    expect(outcome).toBe('pending');
    expect(await psdoctorJson('cases', ...data())).toMatchObject({
      code: 0,
      value: {
        format: 'package-server-doctor/cases',
        cases: [{ id, state: 'pending', words: expect.stringContaining('waits for a person') }],
      },
    });
    const again = await psdoctor('repair', 'force-overwrite', ...places, '--yes');
    expect(again).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(
        new RegExp(`case ${id} on the first screen of the wizard, or psdoctor resume ${id}`, 'u'),
      ),
    });

    await server.change((world) => void (world.agent!.waiting = { ...world.agent!.settings, forceBinding: true }));
    const resumed = await onServer('resume', id!);
    expect(resumed.code).toBe(0);
    expect(RepairReport.parse(resumed.value).outcome).toBe('fixed');
    expect(await psdoctorJson('show', id!, ...data())).toMatchObject({
      value: {
        format: 'package-server-doctor/case',
        unfinished: null,
        runs: [{ repair: 'force-overwrite', outcome: 'fixed', canBeUndone: false }],
        before: { causes: [{ id: 'policy-not-forced' }, {}, {}] },
        after: { causes: [{ id: 'healthy' }] },
      },
    });
    expect((await onServer('undo', id!, '--yes')).code).toBe(4);
  });

  it('looks after a restart of Windows whether the repair survived', async () => {
    await serverOf('stale-binding');
    const { value } = await onServer('repair', 'rebind-certificate', '--yes');
    const { case: id } = RepairReport.parse(value);
    expect((await onServer('resume', id!)).code).toBe(2);
    await applyPracticeEvent(join(folder, 'server'), 'reboot');
    const checked = await onServer('resume', id!);
    expect(checked.code).toBe(0);
    expect(RepairReport.parse(checked.value)).toMatchObject({
      outcome: 'fixed',
      plan: null,
      detail: expect.stringContaining('has survived'),
    });
    expect((await onServer('resume', id!)).code).toBe(2);

    await applyPracticeEvent(join(folder, 'server'), 'other-product-writes');
    await applyPracticeEvent(join(folder, 'server'), 'reboot');
    const lost = await onServer('resume', id!);
    expect(lost.code).toBe(1);
    expect(RepairReport.parse(lost.value)).toMatchObject({
      outcome: 'notFixed',
      detail: expect.stringMatching(/may have brought the old state back: .*force-overwrite/u),
    });
    expect((await psdoctor('show', id!, ...data())).stdout).toMatch(
      /After the restart of Windows.*survived[^]*After the restart/u,
    );
  });

  it('makes nothing by only looking', async () => {
    for (const command of [
      ['cases'],
      ['show', '2020-01-01-01'],
      ['undo', '2020-01-01-01'],
      ['report', '2020-01-01-01'],
    ]) {
      const { stdout, stderr } = await psdoctor(...command, ...data());
      expect(stdout + stderr).toMatch(/There is no case/u);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('names the cases when there is no such one', async () => {
    await serverOf('stale-binding');
    const { value } = await onServer('repair', 'rebind-certificate', '--yes');
    const { case: id } = RepairReport.parse(value);
    for (const command of ['show', 'resume', 'undo']) {
      const { code, stderr } = await psdoctor(command, '2020-01-01-01', ...data());
      expect(code).toBe(2);
      expect(stderr).toContain(id);
    }
  });
});

describe.skipIf(process.platform === 'win32')('a psdoctor that was killed in the middle of a restart', () => {
  /** Kills it when the journal tells that the start is about to happen. */
  async function killed() {
    const server = await serverOf('restart-needed');
    const child = spawn(process.execPath, [program, 'repair', 'restart-agent', ...places, '--yes'], {
      stdio: 'ignore',
    });
    const gone = new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
    const cases = join(folder, 'data', 'cases');
    let id = '';
    await vi.waitFor(
      async () => {
        [id = ''] = await readdir(cases);
        const journal = await readFile(join(cases, id, 'journal.jsonl'), 'utf8');
        expect(journal).toContain('"step":0,"outcome":"done"');
      },
      { timeout: 20_000, interval: 5 },
    );
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
    return { server, id };
  }

  it('is told, and resumed', async () => {
    const { id } = await killed();
    expect(await psdoctorJson('cases', ...data())).toMatchObject({ value: { cases: [{ id, state: 'unfinished' }] } });
    const resumed = await onServer('resume', id);
    expect(RepairReport.parse(resumed.value)).toMatchObject({ outcome: 'fixed' });
    expect(resumed.code).toBe(0);
  });

  it('stands in the way of the next repair, shows its undo, and is undone: the agent runs', async () => {
    const { server, id } = await killed();
    const next = await psdoctor('repair', 'refresh-packages', ...places, '--yes');
    expect(next.code).toBe(4);
    const shown = await onServer('undo', id);
    expect(shown.code).toBe(2);
    expect(Plan.parse(shown.value).steps[0]?.words).toMatch(/^St(?:art|op) the service AeXNSClient/u);
    const undone = await onServer('undo', id, '--yes');
    expect(undone.code).toBe(0);
    expect(RepairReport.parse(undone.value).outcome).toBe('undone');
    expect((await server.world()).services.find(({ name }) => name === 'AeXNSClient')?.state).toBe('running');
    expect((await onServer('undo', id, '--yes')).code).toBe(2);
  });
});
