import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushContract } from '../../shared/ipc/contract.ts';
import type { PushChannel } from '../../shared/ipc/channels.ts';
import { WizardState } from '../../shared/model/wizard-state.ts';
import { createEngines } from './engines.ts';
import { initialState } from './initial-state.ts';
import { createWizardSession, type WizardSession } from './session.ts';

let data: string;
let session: WizardSession;
let pushed: PushChannel[];

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'psd-session-'));
  pushed = [];
  session = createWizardSession({
    engines: createEngines({ data, practiceDir: null }),
    initial: initialState('other', null),
    changed(slice, value) {
      pushed.push(slice);
      // What is pushed is what the contract says, at every moment.
      pushContract[slice].parse(value);
    },
    logError(where, error) {
      throw new Error(`not expected here: ${where}`, { cause: error });
    },
  });
});
afterEach(async () => {
  await session.dispose();
  await rm(data, { recursive: true, force: true });
});

const rebind = { repair: 'rebind-certificate', endpoint: null, certificate: null, takeOver: false } as const;
const settled = () => expect.poll(() => session.state().diagnosis.state, { timeout: 20_000 }).not.toBe('running');

async function diagnosed(target = 'practice:stale-binding') {
  await session.startDiagnosis(target, false);
  await settled();
}

describe('a wizard session', () => {
  it('holds the whole way from a target to a proven repair, and its evidence', async () => {
    await diagnosed();
    expect(session.state().diagnosis).toMatchObject({ state: 'finished', error: null });
    expect(session.state().diagnosis.result?.causes[0]?.id).toBe('stale-binding');

    const answer = await session.evidence({ name: 'netsh.http.show.sslcert', seq: null });
    expect(answer).toMatchObject({ kind: 'command', exitCode: 0 });
    expect(answer?.text).toContain('0.0.0.0:443');
    expect(await session.evidenceBytes({ name: 'netsh.http.show.sslcert', seq: null })).toMatch(/^00000000 {2}/u);
    expect(await session.evidence({ name: 'nobody.asked.this', seq: null })).toBeNull();

    const { token } = await session.plan(rebind);
    expect(session.state().repair.state).toBe('planned');
    await session.apply(token, () => Promise.resolve(true));
    const { diagnosis, repair, session: slice } = session.state();
    expect(repair).toMatchObject({ state: 'finished', report: { outcome: 'fixed' } });
    expect(diagnosis.before?.causes[0]?.id).toBe('stale-binding');
    expect(diagnosis.result?.causes[0]?.id).toBe('healthy');
    expect(slice.case).toBe(repair.report?.case);
    WizardState.parse(session.state());

    // What was answered before the repair is still there, and says that it is from before.
    const now = await session.evidence({ name: 'netsh.http.show.sslcert', seq: null });
    const first = now?.answers.find(({ phase }) => phase === 'before');
    expect(now?.answers.at(-1)).toMatchObject({ seq: now?.seq, phase: 'after' });
    const then = await session.evidence({ name: 'netsh.http.show.sslcert', seq: first!.seq });
    expect(then?.text).not.toBe(now?.text);
    expect(repair.history).toMatchObject([{ repair: 'rebind-certificate', outcome: 'fixed', way: 'apply' }]);

    await expect.poll(() => new Set(pushed)).toEqual(new Set(['session', 'diagnosis', 'repair', 'checklist']));
  });

  it('takes a repair back, and keeps what came of both', async () => {
    await diagnosed('practice:missing-record');
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(true));
    const { case: caseId } = session.state().session;
    await session.recover(caseId!, 'undo', ({ plan }) => Promise.resolve(plan.steps.length > 0));
    expect(session.state().repair.history).toMatchObject([
      { repair: 'rebind-certificate', outcome: 'fixed', way: 'apply' },
      { repair: 'rebind-certificate', outcome: 'undone', way: 'undo' },
    ]);
    expect(session.state().diagnosis.result?.causes[0]?.id).toBe('missing-record');
  });

  it('leaves a repair as it was when a person declines to take it back', async () => {
    await diagnosed('practice:missing-record');
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(true));
    const { case: caseId } = session.state().session;
    const was = session.state().repair;
    expect(was.standing).toEqual([{ repair: 'rebind-certificate', stays: [] }]);
    expect(await session.recover(caseId!, 'undoNewest', () => Promise.resolve(false))).toBe('declined');
    expect(session.state().repair).toEqual({ ...was, declined: 'undo' });
    expect(await session.recover(caseId!, 'undoNewest', () => Promise.resolve(true))).toBe('done');
    expect(session.state().repair).toMatchObject({
      standing: [],
      declined: null,
      report: { outcome: 'undone', detail: 'The undo was asked for. The old state is back.' },
    });
  });

  it('leaves a repair as it was when it cannot be taken back, and says why', async () => {
    await diagnosed();
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(true));
    const was = session.state().repair;
    expect(was.standing).toMatchObject([{ repair: 'rebind-certificate', stays: [expect.stringContaining('1312')] }]);
    await expect(
      session.recover(session.state().session.case!, 'undo', () => Promise.resolve(true)),
    ).rejects.toMatchObject({ code: 'refused' });
    expect(session.state().repair).toEqual(was);
  });

  it('tells of each repair that one undo took back, and of the newest alone where that was asked for', async () => {
    const repaired = async (repair: 'install-features' | 'start-site') => {
      const { token } = await session.plan({ ...rebind, repair });
      await session.apply(token, () => Promise.resolve(true));
    };
    const standing = () => session.state().repair.standing.map(({ repair }) => repair);
    const undone = () => session.state().repair.history.flatMap(({ repair, way }) => (way === 'undo' ? [repair] : []));
    await diagnosed('practice:several-faults');
    await repaired('install-features');
    await repaired('start-site');
    const { case: caseId } = session.state().session;
    expect(standing()).toEqual(['start-site', 'install-features']);
    await session.recover(caseId!, 'undoNewest', () => Promise.resolve(true));
    expect(standing()).toEqual(['install-features']);
    expect(undone()).toEqual(['start-site']);
    await repaired('start-site');
    await session.recover(caseId!, 'undo', () => Promise.resolve(true));
    expect(standing()).toEqual([]);
    expect(undone().toSorted()).toEqual(['install-features', 'start-site', 'start-site']);
  });

  it('keeps ticks of the console in the case, and shows a case again', async () => {
    await diagnosed();
    await session.cases.tick('web-configuration', 'force', true);
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(true));
    const caseId = session.state().session.case!;
    await expect.poll(async () => (await session.cases.list()).map(({ id }) => id)).toContain(caseId);

    await diagnosed('practice:healthy');
    expect(session.state().checklist.ticked).toEqual([]);
    await session.cases.open(caseId);
    const { diagnosis, session: slice, checklist, repair } = session.state();
    expect(slice).toMatchObject({ source: 'case', case: caseId });
    expect(diagnosis.before?.causes[0]?.id).toBe('stale-binding');
    expect(diagnosis.result?.causes[0]?.id).toBe('healthy');
    expect(checklist).toEqual({ layout: 'web-configuration', ticked: ['force'] });
    expect(repair.history).toMatchObject([{ repair: 'rebind-certificate', outcome: 'fixed' }]);
    await expect(session.plan(rebind)).rejects.toMatchObject({ code: 'notFound' });
  });

  it('shows what was sent, and says why an old result cannot be read', async () => {
    const listing = join(data, 'sslcert.txt');
    await writeFile(
      listing,
      'IP:port : 0.0.0.0:443\nCertificate Hash : 9f2c000000000000000000000000000000071aa0\nApplication ID : {4dc3e181-e14b-4a21-b022-59fc669b0914}\nCertificate Store Name : MY\n',
    );
    await session.openSent([listing]);
    expect(session.state().session).toMatchObject({ source: 'files', target: 'files:sslcert.txt' });
    expect(session.state().diagnosis.result?.notes?.length).toBeGreaterThan(0);

    const old = join(data, 'old.json');
    await writeFile(
      old,
      JSON.stringify({ format: 'package-server-doctor/result', version: 0, product: { version: '0.0.1' } }),
    );
    await expect(session.openSent([old])).rejects.toThrow(/version 0\.0\.1/u);
  });

  it('takes a no for a no, and the token with it', async () => {
    await diagnosed();
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(false));
    expect(session.state().repair.report?.outcome).toBe('declined');
    await expect(session.apply(token, () => Promise.resolve(true))).rejects.toMatchObject({ code: 'stalePlan' });
    await session.startDiagnosis('practice:stale-binding', true);
    await settled();
    expect(session.state().diagnosis.result?.causes[0]?.id).toBe('stale-binding');
  });

  it('asks the same server again with `again`, and a new one without it', async () => {
    await diagnosed();
    const { token } = await session.plan(rebind);
    await session.apply(token, () => Promise.resolve(true));
    await session.startDiagnosis('practice:stale-binding', true);
    await settled();
    expect(session.state().diagnosis.result?.causes[0]?.id).toBe('healthy');
    expect(session.state().diagnosis.before).not.toBeNull();
    await diagnosed();
    expect(session.state().diagnosis.result?.causes[0]?.id).toBe('stale-binding');
    expect(session.state().diagnosis.before).toBeNull();
  });

  it('lets nobody in while a repair runs', async () => {
    await diagnosed();
    const { token } = await session.plan(rebind);
    let decide: (yes: boolean) => void = () => undefined;
    const running = session.apply(token, () => new Promise((resolve) => (decide = resolve)));
    await expect.poll(() => session.state().repair.state).toBe('confirming');
    await expect(session.startDiagnosis('practice:healthy', false)).rejects.toMatchObject({ code: 'busy' });
    await expect(session.plan(rebind)).rejects.toMatchObject({ code: 'busy' });
    session.forgetRepair();
    expect(session.state().repair.state).toBe('confirming');
    expect(session.runningRepair()).not.toBeNull();
    decide(false);
    await running;
    expect(session.runningRepair()).toBeNull();
  });

  it('says what is wrong with a target, and stays usable', async () => {
    await expect(session.startDiagnosis('practice:none-such', false)).rejects.toMatchObject({ code: 'unknownTarget' });
    expect(session.state().diagnosis).toMatchObject({ state: 'failed' });
    expect(session.state().session.target).toBeNull();
    await diagnosed('practice:healthy');
    expect(session.state().diagnosis).toMatchObject({ state: 'finished', error: null });
  });

  it('ends with what is known when everything is cancelled', async () => {
    await session.startDiagnosis('practice:healthy', false);
    session.cancelDiagnosis(null);
    await settled();
    expect(session.state().diagnosis.state).toBe('cancelled');
    expect(session.state().diagnosis.result).not.toBeNull();
  });
});
