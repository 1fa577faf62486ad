import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { readWhole } from '../host/content.ts';
import type { CommandQuestion, Host } from '../host/host.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { recording, type Evidence, type RecordedAnswer } from '../host/recording.ts';
import { bounded, evidenceOfCase, keepEvidence } from './case-evidence.ts';
import { keepingEvidence } from './keeping-evidence.ts';
import { openCaseStore } from './store.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'case-evidence-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
});
const kept = () => ({ folder: data });
const inCase = () => readdir(join(data, 'evidence'));

const show: CommandQuestion = { name: 'show', tool: 'netsh', args: ['http', 'show', 'sslcert'], timeoutMs: 5000 };
const tls = { name: 'tls', address: '127.0.0.1', port: 443, serverName: null, timeoutMs: 5000 };
const config = {
  name: 'config',
  path: 'C:\\Windows\\System32\\inetsrv\\config\\applicationHost.config',
  filter: 'applicationHost',
  timeoutMs: 5000,
} as const;

async function asked() {
  const host = recording((await createPracticeServer({ scenario: 'healthy' })).host);
  onTestFinished(() => host.dispose());
  await ask(host);
  return host;
}
async function ask(host: Host): Promise<void> {
  await host.run(show);
  await readWhole((await host.readFile(config)).content);
  await host.connectTls(tls);
  await host.listFolder({ name: 'folder', path: 'C:\\Windows', timeoutMs: 5000 });
  await host.describe();
}
const bytesOf = async (answer: RecordedAnswer) => {
  if (answer.kind === 'command') return (await readWhole(answer.stdout.bytes.read())).toString();
  if (answer.kind === 'file') return (await readWhole(answer.content.read())).toString();
  const { seq: _, ...rest } = answer;
  return rest;
};
const told = async ({ answers }: Evidence) =>
  Promise.all(answers().map(async (answer) => [answer.seq, answer.name, answer.phase, await bytesOf(answer)]));

describe('the evidence of a case', () => {
  it('comes back answer by answer, one recording after another, counted through', async () => {
    const [first, second] = [await asked(), await asked()];
    second.phase('after');
    await ask(second);
    await keepEvidence(kept(), first);
    await keepEvidence(kept(), second);
    const expected = [
      ...(await told(first)),
      ...(await told(second)).map(([seq, ...rest]) => [Number(seq) + first.answers().length, ...rest]),
    ];
    const { evidence, warnings } = await evidenceOfCase(kept());
    expect(warnings).toEqual([]);
    expect(evidence).toMatchObject({ kind: 'practice', name: 'practice:healthy' });
    expect(await told(evidence!)).toEqual(expected);
    // The same when the second server is still open.
    expect(await told((await evidenceOfCase(kept(), second)).evidence!)).toEqual(expected);
  });

  it('is replaced by what the same recording has later, and nobody else can read it', async () => {
    const host = await asked();
    await keepEvidence(kept(), host);
    await writeFile(join(data, 'evidence', '.left-by-a-killed-process.part'), '');
    await ask(host);
    await keepEvidence(kept(), host);
    expect(await inCase()).toHaveLength(1);
    expect((await evidenceOfCase(kept())).evidence?.answers()).toHaveLength(10);
    if (process.platform !== 'win32') expect((await stat(join(data, 'evidence'))).mode & 0o077).toBe(0);
  });

  it('is of no more recordings than the first and the newest fifteen', async () => {
    const host = await asked();
    const names: string[] = [];
    for (let run = 0; run < 18; run += 1) {
      await keepEvidence(kept(), { ...host });
      for (const name of await inCase()) if (!names.includes(name)) names.push(name);
    }
    expect((await inCase()).toSorted()).toEqual([names[0], ...names.slice(-15)].toSorted());
  });

  it('leaves out the largest answers beyond the bound, and says so where they were', async () => {
    const host = await asked();
    const [largest] = host.answers().filter(({ kind }) => kind === 'file');
    const all = host.answers().reduce((sum, each) => sum + ('content' in each ? each.content.size : 0), 0);
    const { answers } = bounded(host, all - 1);
    expect(answers().filter((each) => 'outcome' in each && each.outcome === 'notRecorded')).toEqual([
      expect.objectContaining({ seq: largest?.seq, detail: expect.stringContaining('because of its size') }),
    ]);
    expect(bounded(host).answers()).toEqual(host.answers());
  });

  it('that is damaged is told, and the rest is still there', async () => {
    const [first, second] = [await asked(), await asked()];
    await keepEvidence(kept(), first);
    const [name = ''] = await inCase();
    await keepEvidence(kept(), second);
    await writeFile(join(data, 'evidence', name), 'damaged');
    const { evidence, warnings } = await evidenceOfCase(kept());
    expect(evidence?.answers()).toHaveLength(5);
    expect(warnings).toEqual([expect.stringContaining(name)]);
    expect(await evidenceOfCase({ folder: join(data, 'none') })).toEqual({ evidence: null, warnings: [] });
  });

  it('that cannot be written keeps no case from being kept', async () => {
    const host = await asked();
    const troubles: unknown[] = [];
    const cases = keepingEvidence(await openCaseStore(data), host, (trouble) => troubles.push(trouble));
    const about = { target: 'practice:healthy', server: null, identity: null, now: '2026-01-31T10:00:00.000Z' };
    const { folder, journal, noteRepair } = await cases.create(about);
    await writeFile(join(folder, 'evidence'), 'in the way');
    const own = { at: about.now, run: '01' };
    const of = { repair: 'start-site', target: about.target, endpoint: null, certificate: null } as const;
    await journal.append({ ...own, mark: 'begin', ...of, steps: [] });
    await journal.append({ ...own, mark: 'end', outcome: 'fixed', detail: '' });
    await noteRepair({ run: '01', repair: 'start-site', outcome: 'fixed', endedAt: about.now });
    expect(troubles).toEqual([expect.objectContaining({ name: 'UserError', code: 'failed' })]);
    expect((await (await openCaseStore(data)).open('2026-01-31-01')).about().repairs).toHaveLength(1);
  });
});
