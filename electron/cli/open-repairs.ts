import type { Result } from '../../shared/model/result.ts';
import type { Unfinished } from '../cases/open-runs.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createRepairEngine, type RepairEngine } from '../repairs/engine.ts';
import { openCaseOf } from '../repairs/open-case.ts';
import { openCases } from './open-cases.ts';
import { probeProgress } from './progress.ts';
import { openRecordingTarget, type TargetFlags } from './target.ts';
import type { RepairFlags } from './repair-flags.ts';

export interface Repairs {
  engine: RepairEngine;
  /** The diagnosis that the repair rests on, made once. */
  before(): Promise<Result>;
  /** A repair of this server that did not come to its end, or null. */
  unfinished(): Promise<Unfinished | null>;
  dispose(): Promise<void>;
}

/** Opens the target and the engine that plans and applies repairs on it. */
export async function openRepairs(flags: TargetFlags & Pick<RepairFlags, 'data' | 'case'>): Promise<Repairs> {
  const host = await openRecordingTarget(flags);
  const diagnose = () => startDiagnosis(host, { onProgress: probeProgress() }).done;
  let first: Promise<Result> | undefined;
  const before = () => (first ??= diagnose());
  const cases = await openCases(flags.data);
  const continues = flags.case === undefined ? undefined : await openCaseOf({ host, cases }, flags.case);
  const engine = createRepairEngine({ host, cases, diagnose, before, continues });
  return { engine, before, unfinished: () => cases.unfinished(host.name), dispose: () => host.dispose() };
}
