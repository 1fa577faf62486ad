import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRepairEngine } from './engine.ts';
import { dieBefore } from './testing/die-before.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind, recordOf443, wrongCertificate, yes } from './testing/practice-repair.ts';

/** Ends the run after its first step, as a closing window does: the journal stays open. */
async function interrupted(options: Parameters<typeof practiceRepair>[0]) {
  const setting = await practiceRepair(options, wrongCertificate);
  const before = await setting.server.world();
  const stop = new AbortController();
  const report = await setting.repair(
    {},
    { signal: stop.signal, onStep: ({ words }) => words.startsWith('Delete') && stop.abort() },
  );
  return { ...setting, before, report, caseId: report.case! };
}

const twoSteps = { scenario: 'healthy', language: 'en-US', build: 14393 };

describe('a run that was interrupted between two steps', () => {
  it('says so, and stands in the way of a new repair', async () => {
    const { server, cases, report, caseId, repair } = await interrupted(twoSteps);
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('resume') });
    expect(recordOf443(await server.world())).toBeUndefined();
    expect(await cases.unfinished()).toMatchObject({ case: caseId, words: expect.stringContaining('1 of 2 steps') });
    await expect(repair()).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining(`psdoctor undo ${caseId}`),
    });
  });

  it('is resumed', async () => {
    const { engine, caseId, cases, diagnose } = await interrupted(twoSteps);
    const report = await engine.resume(caseId, yes);
    expect(report).toMatchObject({ outcome: 'fixed', case: caseId });
    expect(report.plan?.steps).toHaveLength(1);
    expect((await diagnose()).causes[0]?.id).toBe('healthy');
    expect(await cases.unfinished()).toBeNull();
  });

  it('is undone, and nothing is left to undo', async () => {
    const { server, engine, caseId, before } = await interrupted(twoSteps);
    expect(await engine.undo(caseId, { ...yes, confirm: () => Promise.resolve(false) })).toMatchObject({
      outcome: 'declined',
    });
    expect(await engine.undo(caseId, yes)).toMatchObject({ outcome: 'undone' });
    expect(recordOf443(await server.world())).toEqual(recordOf443(before));
    for (const way of ['undo', 'resume'] as const) {
      await expect(engine[way](caseId, yes)).rejects.toMatchObject({ code: 'notFound' });
    }
  });

  it('is left alone when somebody else wrote the record since', async () => {
    const { server, engine, caseId, before, repair } = await interrupted(twoSteps);
    const foreign = { ...recordOf443(before)!, appId: '5d89a20c-beab-4389-9447-324788eb944a' };
    await server.change(({ httpSys }) => void httpSys.live.push(foreign));
    const report = await engine.undo(caseId, yes);
    expect(report).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('did not bring the old state back'),
    });
    expect(recordOf443(await server.world())).toEqual(foreign);
    // The server shows nothing of that run any more, so it does not block a new plan.
    expect(await repair({ takeOver: true })).toMatchObject({ outcome: 'fixed' });
  });

  it('that cannot be taken back is given up by undo, with words', async () => {
    const setting = await practiceRepair({ ...twoSteps, scenario: 'stale-binding' });
    const stop = new AbortController();
    const { case: caseId } = await setting.repair(
      {},
      { signal: stop.signal, onStep: ({ words }) => words.startsWith('Delete') && stop.abort() },
    );
    const report = await setting.engine.undo(caseId!, yes);
    expect(report).toMatchObject({ outcome: 'notFixed', detail: expect.stringContaining('1312') });
    expect(await setting.cases.unfinished()).toBeNull();
    expect(await setting.repair()).toMatchObject({ outcome: 'fixed' });
  });
});

describe('a run that died after its last step and cannot be taken back', () => {
  async function diedAfterItsSteps(build: number, marked: boolean) {
    const setting = await practiceRepair({ ...twoSteps, scenario: 'stale-binding', build });
    const { case: caseId } = await setting.repair();
    await dieBefore(setting.cases, caseId!, marked ? 1 : 2);
    return { ...setting, caseId: caseId! };
  }

  it.each([
    [14393, true],
    [14393, false],
    [20348, true],
    [20348, false],
  ])('stands when undo is asked for and the server proves it (build %i, mark written: %s)', async (build, marked) => {
    const { server, engine, caseId, cases } = await diedAfterItsSteps(build, marked);
    const { httpSys } = await server.world();
    const report = await engine.undo(caseId, yes);
    expect(report).toMatchObject({ outcome: 'fixed', detail: expect.stringMatching(/1312.*proven by/u) });
    expect((await server.world()).httpSys).toEqual(httpSys);
    expect(await cases.unfinished()).toBeNull();
  });

  it('is closed, and not called fixed, where the server does not prove it', async () => {
    const { server, engine, caseId } = await diedAfterItsSteps(20348, true);
    const { httpSys } = await server.world();
    await server.change(({ certificates }) => certificates.forEach((own) => void (own.key = 'missing')));
    const report = await engine.undo(caseId, yes);
    expect(report.outcome).toBe('notFixed');
    expect((await server.world()).httpSys).toEqual(httpSys);
  });
});

describe('a journal that lost lines', () => {
  it('does not let an undo say that nothing was changed', async () => {
    const { server, engine, repair, cases } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const { case: caseId } = await repair();
    const { httpSys } = await server.world();
    await dieBefore(cases, caseId!, 3);
    const report = await engine.undo(caseId!, yes);
    expect(report).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(/lines of the journal are lost/u),
    });
    expect((await server.world()).httpSys).toEqual(httpSys);
  });

  it('in the middle of a repair ends it with what is to be done, and not with "nothing was changed"', async () => {
    const setting = await practiceRepair(twoSteps, wrongCertificate);
    const lose = async (words: string): Promise<void> => {
      const [kept] = await setting.cases.list();
      if (words.startsWith('Delete')) await rm(join(setting.data, 'cases', kept!.id, 'journal.jsonl'));
    };
    let lost = Promise.resolve();
    const report = await setting.repair({}, { onCurrent: (words) => void (lost = lost.then(() => lose(words ?? ''))) });
    await lost;
    expect(report.outcome).toBe('failed');
    expect(report.detail).toMatch(/journal\.jsonl cannot be used.*1 of 2 steps|one was in the middle/u);
    expect(report.detail).toContain(`psdoctor undo ${report.case}`);
    expect(report.detail).not.toContain('Nothing was changed');
  });
});

describe('a case that cannot keep what came of a repair', () => {
  it('changes nothing of its outcome, and says so', async () => {
    const { repair, data, engine, beforeProof } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    beforeProof.happen = async () => {
      const [kept] = await readdir(join(data, 'cases'));
      await mkdir(join(data, 'cases', kept!, 'after.json'), { recursive: true });
    };
    const report = await repair();
    const detail = expect.stringMatching(/could not keep it: .*after\.json/u);
    expect(report).toMatchObject({ outcome: 'fixed', detail });
    expect(await engine.undo(report.case!, yes)).toMatchObject({ outcome: 'undone' });
  });
});

describe('a run of several steps, of which somebody changed what the last one did', () => {
  it('stands in the way of the next repair: what the others did is only taken back by its undo', async () => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'legacy-metabase' });
    const { case: caseId } = await repair({ repair: 'remove-legacy-metabase' });
    await dieBefore(cases, caseId!, 1);
    const foreign = { id: 5506, dataType: 'Binary', userType: 1, value: 'bm90IG91cnM=' };
    await server.change(({ iis }) => void iis.customMetadata[0]!.properties.push(foreign));
    await expect(repair()).rejects.toMatchObject({ code: 'busy', message: expect.stringContaining(caseId!) });
  });
});

describe('a case with several repairs', () => {
  it('is undone as a whole, the newest first', async () => {
    const { server, engine, repair, cases } = await practiceRepair({ scenario: 'stopped-site' }, wrongCertificate);
    const { httpSys, iis } = await server.world();
    const first = await repair({ repair: 'start-site' });
    const second = await repair();
    expect([first.outcome, second.outcome]).toEqual(['fixed', 'fixed']);
    expect(second.case).toBe(first.case);

    const report = await engine.undo(first.case!, yes);
    expect(report).toMatchObject({
      outcome: 'undone',
      repair: 'rebind-certificate',
      detail: expect.stringMatching(/^rebind-certificate: .* start-site: /u),
    });
    expect(report.plan?.steps.map(({ words }) => words)).toEqual([
      expect.stringContaining('0.0.0.0:443'),
      expect.stringMatching(/^Stop the site/u),
    ]);
    const now = await server.world();
    expect([now.httpSys, now.iis.sites]).toEqual([httpSys, iis.sites]);
    const { repairs } = (await cases.open(first.case!)).about();
    expect(repairs.map(({ run, outcome }) => [run, outcome])).toEqual([
      ['01-start-site', 'undone'],
      ['02-rebind-certificate', 'undone'],
    ]);
  });

  it('says before and after of which the undo takes nothing back', async () => {
    const { engine, repair } = await practiceRepair({ scenario: 'stale-binding' }, ({ iis }) => {
      for (const site of iis.sites) site.state = 'Stopped';
    });
    await repair({ repair: 'start-site' });
    const { case: caseId } = await repair();
    const report = await engine.undo(caseId!, yes);
    expect(report).toMatchObject({
      outcome: 'undone',
      detail: expect.stringMatching(/rebind-certificate stays: .*1312/u),
    });
    expect(report.plan?.cannotBeUndone).toEqual([expect.stringMatching(/^rebind-certificate stays/u)]);
  });
});

describe('a finished repair', () => {
  it('is undone from its case, every flag of the record included', async () => {
    const { server, engine, repair } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const before = recordOf443(await server.world());
    const { case: caseId } = await repair();
    expect(recordOf443(await server.world())).not.toEqual(before);
    expect(await engine.undo(caseId!, yes)).toMatchObject({ outcome: 'undone' });
    expect(recordOf443(await server.world())).toEqual(before);
    expect((await engine.plan(rebind)).plan.steps).toHaveLength(1);
  });

  it('whose "before" is damaged says what is compared instead', async () => {
    const { engine, repair, cases } = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const { case: caseId } = await repair();
    const { folder } = await cases.open(caseId!);
    await writeFile(join(folder, 'before-01-rebind-certificate.json'), '');
    const { steps } = await engine.undo(caseId!, yes);
    expect(steps[0]).toMatchObject({
      outcome: 'skipped',
      detail: expect.stringMatching(/damaged or gone: that of the case/u),
    });
  });

  it('is not touched when its old record could not be written again', async () => {
    const { server, engine, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const { case: caseId } = await repair();
    const { httpSys } = await server.world();
    await expect(engine.undo(caseId!, yes)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('1312'),
    });
    expect((await server.world()).httpSys).toEqual(httpSys);
  });

  it('belongs to its server', async () => {
    const { cases, repair, diagnose } = await practiceRepair({ scenario: 'stale-binding' });
    const { case: caseId } = await repair();
    const { server } = await practiceRepair({ scenario: 'missing-record' });
    const other = createRepairEngine({ host: server.host, cases, diagnose, before: diagnose, patience: impatient });
    await expect(other.undo(caseId!, yes)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('practice:stale-binding'),
    });
  });
});
