import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RepairId } from '../../shared/model/repair-id.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { openCaseStore } from '../../electron/cases/store.ts';
import { startDiagnosis } from '../../electron/diagnosis/run.ts';
import type { CommandQuestion } from '../../electron/host/host.ts';
import { createPracticeServer, type PracticeServer } from '../../electron/host/practice/practice-server.ts';
import { recording, type RecordingHost } from '../../electron/host/recording.ts';
import { createRepairEngine, type RepairEngine } from '../../electron/repairs/engine.ts';
import { yes } from '../../electron/repairs/testing/practice-repair.ts';
import { patience } from './patience.ts';
import { createWinbox, type Winbox } from './winbox.ts';

export interface Product {
  folder: string;
  practice: PracticeServer;
  box: Winbox;
  host: RecordingHost;
  engine: RepairEngine;
  diagnose(): Promise<Result>;
  /** Plans and applies a repair. */
  repair(repair: RepairId): Promise<RepairReport>;
}

/**
 * The product on a winbox: the windows Host with real processes, the real engine, a kept practice server behind.
 *
 * @param timeoutOf how long a program may take, in ms; default: what the product gives it
 */
export async function openProduct(
  scenario: string,
  language: string,
  timeoutOf = ({ timeoutMs }: CommandQuestion): number => timeoutMs,
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'winbox-product-'));
  const practiceDir = join(folder, 'practice');
  const practice = await createPracticeServer({ scenario, language, dir: practiceDir });
  const box = await createWinbox({ practiceDir });
  const host = recording({
    ...box.host,
    run: (question) => box.host.run({ ...question, timeoutMs: timeoutOf(question) }),
  });
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
    patience,
  });
  return {
    folder,
    practice,
    box,
    host,
    engine,
    diagnose,
    async repair(repair) {
      const { token } = await engine.plan({ repair, endpoint: null, certificate: null, takeOver: false });
      return engine.apply(token, yes);
    },
  };
}
