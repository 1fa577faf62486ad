import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import type { Host } from '../host/host.ts';
import { isRebootCheckDue } from './check-after-reboot.ts';
import { createRepairEngine } from './engine.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind, wrongCertificate, yes, type PracticeRepair } from './testing/practice-repair.ts';

const options = { scenario: 'healthy', language: 'en-US', build: 14393 };

/** An engine on a server, with the cases of another. */
const engineOn = (host: Host, { cases }: PracticeRepair) => {
  const diagnose = () => startDiagnosis(host).done;
  return createRepairEngine({ host, cases, diagnose, before: diagnose, patience: impatient });
};

/** A case of one server, and another server of the same name. */
async function twoServers() {
  const setting = await practiceRepair(options, wrongCertificate);
  const { case: caseId } = await setting.repair();
  const other = await practiceRepair(options, wrongCertificate);
  return { setting, caseId: caseId!, other, engine: engineOn(other.server.host, setting) };
}

async function forgetIdentity({ cases }: PracticeRepair, caseId: string): Promise<void> {
  const file = join((await cases.open(caseId)).folder, 'case.json');
  const { identity, ...rest } = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(identity).toEqual(expect.stringMatching(/^[\da-f-]{36}$/u));
  await writeFile(file, JSON.stringify(rest));
}

describe('a case on another server of the same name', () => {
  it.each(['undo', 'resume'] as const)('is refused for %s, and stays as it is', async (way) => {
    const { setting, caseId, other, engine } = await twoServers();
    const journal = join((await setting.cases.open(caseId)).folder, 'journal.jsonl');
    const before = [await readFile(journal, 'utf8'), (await other.server.world()).httpSys];
    await other.server.reboot();
    await expect(engine[way](caseId, yes)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/another practice server.*Nothing was changed/u),
    });
    expect([await readFile(journal, 'utf8'), (await other.server.world()).httpSys]).toEqual(before);
  });

  it('waits for no restart of it', async () => {
    const { setting, caseId, other } = await twoServers();
    const kept = await setting.cases.open(caseId);
    await Promise.all([setting.server.reboot(), other.server.reboot()]);
    expect(await isRebootCheckDue({ host: setting.server.host }, kept)).toBe(true);
    expect(await isRebootCheckDue({ host: other.server.host }, kept)).toBe(false);
  });

  it('does not stand in the way of its repairs, though it is unfinished', async () => {
    const setting = await practiceRepair(options, wrongCertificate);
    const stop = new AbortController();
    await setting.repair(
      {},
      { signal: stop.signal, onStep: ({ words }) => words.startsWith('Delete') && stop.abort() },
    );
    const other = await practiceRepair(options, wrongCertificate);
    const engine = engineOn(other.server.host, setting);
    const { token } = await engine.plan(rebind);
    expect(await engine.apply(token, yes)).toMatchObject({ outcome: 'fixed' });
    await expect(setting.repair()).rejects.toMatchObject({ code: 'busy' });
  });
});

describe('a case that cannot be compared', () => {
  it('is taken back where it was made by an earlier version, and says that it was not compared', async () => {
    const setting = await practiceRepair(options, wrongCertificate);
    const { case: caseId } = await setting.repair();
    await forgetIdentity(setting, caseId!);
    const told: (string | null)[] = [];
    const report = await setting.engine.undo(caseId!, { ...yes, onCurrent: (words) => void told.push(words) });
    expect(report).toMatchObject({
      outcome: 'undone',
      steps: [{ outcome: 'skipped', detail: expect.stringContaining('not compared') }, {}, {}],
    });
    expect(told[0]).toContain('PS07.corp.example');
  });

  it('is refused where this server cannot tell which it is', async () => {
    const setting = await practiceRepair(options, wrongCertificate);
    const { case: caseId } = await setting.repair();
    const mute = { ...setting.server.host, identity: () => Promise.resolve(null) };
    await expect(engineOn(mute, setting).undo(caseId!, yes)).rejects.toMatchObject({ code: 'refused' });
  });
});

describe('a kept practice server', () => {
  it('is the same in the next process, and after a restart, and another than any other', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'psdoctor-identity-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    const identityIn = async (folder: string): Promise<string | null> => {
      const server = await createPracticeServer({ scenario: 'healthy', dir: join(dir, folder) });
      const identity = await server.host.identity();
      await server.reboot();
      await server.dispose();
      return identity;
    };
    const first = await identityIn('one');
    expect(await identityIn('one')).toBe(first);
    expect(await identityIn('two')).not.toBe(first);
  });

  it('that an earlier version kept gets an identity, once', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'psdoctor-identity-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    await (await createPracticeServer({ scenario: 'healthy', dir })).dispose();
    const file = join(dir, 'practice-server.json');
    const world = JSON.parse(await readFile(file, 'utf8')) as { windows: { machineGuid?: string } };
    delete world.windows.machineGuid;
    await writeFile(file, JSON.stringify(world));
    const identities: (string | null)[] = [];
    for (let process = 0; process < 2; process++) {
      const server = await createPracticeServer({ scenario: 'healthy', dir });
      identities.push(await server.host.identity());
      await server.dispose();
    }
    expect(identities[0]).toMatch(/^[\da-f-]{36}$/u);
    expect(identities[1]).toBe(identities[0]);
  });
});
