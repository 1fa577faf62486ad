import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Result } from '../../shared/model/result.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { openRecordedHost } from '../../electron/host/recorded/recorded-host.ts';
import { writeBundleFolder } from '../../electron/host/recorded/write-bundle.ts';
import { recording, type RecordingHost } from '../../electron/host/recording.ts';
import { createRepairEngine, type RepairEngine } from '../../electron/repairs/engine.ts';
import { createWinbox, type Winbox } from './winbox.ts';

interface Setting {
  folder: string;
  practice: PracticeServer;
  box: Winbox;
  host: RecordingHost;
  engine: RepairEngine;
  diagnose(): Promise<Result>;
}

/** The product on a winbox: the windows Host with real processes, the real engine, a kept practice server behind. */
async function open(scenario: string, language: string): Promise<Setting> {
  const folder = await mkdtemp(join(tmpdir(), 'winbox-rebind-'));
  const practiceDir = join(folder, 'practice');
  const practice = await createPracticeServer({ scenario, language, dir: practiceDir });
  const box = await createWinbox({ practiceDir });
  const host = recording(box.host);
  onTestFinished(async () => {
    await host.dispose();
    await practice.dispose();
    await rm(folder, { recursive: true });
  });
  const diagnose = () => startDiagnosis(host).done;
  let first: Promise<Result> | undefined;
  const engine = createRepairEngine({
    host,
    cases: await openCaseStore(join(folder, 'data')),
    diagnose,
    before: () => (first ??= diagnose()),
    patience: { addRetries: [], proofRetries: [], lock: 0 },
  });
  return { folder, practice, box, host, engine, diagnose };
}

async function rebind(engine: RepairEngine) {
  const request = { repair: 'rebind-certificate', endpoint: null, certificate: null, takeOver: false } as const;
  const { token } = await engine.plan(request);
  return engine.apply(token, { confirm: async () => true, onCurrent: () => {}, onStep: () => {} });
}

const causes = (result: Result) => result.causes.map(({ id, likelihood }) => `${id} ${likelihood}`);
function handshakes(result: Result | null): string[] {
  const fact = result?.facts.handshakes;
  return fact?.state === 'known' ? fact.value.attempts.map(({ outcome }) => outcome) : [];
}

describe.skipIf(process.platform === 'win32').each([
  ['stale-binding', 'en-US'],
  ['stale-binding', 'de-DE'],
  ['missing-record', 'en-US'],
])('%s through winbox, %s', (scenario, language) => {
  it('is found, as the practice server itself says it, and again from its recording', async () => {
    const { folder, practice, host, diagnose } = await open(scenario, language);
    const result = await diagnose();
    expect(causes(result)[0]).toBe(`${scenario} confirmed`);
    const model = await startDiagnosis(practice.host).done;
    expect(result.findings).toEqual(model.findings);
    expect(result.causes).toEqual(model.causes);

    await writeBundleFolder(host, join(folder, 'bundle'), result);
    const replayed = await startDiagnosis(await openRecordedHost(join(folder, 'bundle'))).done;
    expect(replayed.findings).toEqual(result.findings);
    expect(replayed.causes).toEqual(result.causes);
    expect(replayed.facts).toEqual(result.facts);
  });

  it('is repaired, and proven by handshakes', async () => {
    const { engine, diagnose } = await open(scenario, language);
    const report = await rebind(engine);
    expect(report.outcome).toBe('fixed');
    expect(handshakes(report.before)).toContain('reset');
    expect(new Set(handshakes(report.after))).toEqual(new Set(['completed']));
    expect(causes(await diagnose())).toEqual(['healthy confirmed']);
  });
});

describe.skipIf(process.platform === 'win32')('rebind-certificate through winbox that fails', () => {
  let setting: Setting;
  let before: unknown;
  const records = async () => (await setting.practice.world()).httpSys.live;
  beforeEach(async () => {
    setting = await open('missing-record', 'en-US');
    before = await records();
  });

  it.each([[{ kind: 'noEffect' }], [{ kind: 'garbage' }]] as const)(
    'with add as %j is never called fixed, and leaves the table as it was',
    async (fault) => {
      await setting.box.setFault('netsh', fault, 'http add sslcert ipport');
      const report = await rebind(setting.engine);
      expect(['notFixed', 'undone', 'failed']).toContain(report.outcome);
      expect(await records()).toEqual(before);
    },
  );
});
