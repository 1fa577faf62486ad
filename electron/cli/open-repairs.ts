import type { Result } from '../../shared/model/result.ts';
import { ownElevation } from '../app/own-elevation.ts';
import { dataFolder } from '../app/paths.ts';
import { openCaseStore } from '../cases/store.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createRepairEngine, type RepairEngine } from '../repairs/engine.ts';
import { callerPath } from './caller-path.ts';
import { probeProgress } from './progress.ts';
import { openRecordingTarget } from './target.ts';
import type { RepairFlags } from './repair-flags.ts';

export interface Repairs {
  engine: RepairEngine;
  /** The diagnosis that the repair rests on, made once. */
  before(): Promise<Result>;
  dispose(): Promise<void>;
}

/** Opens the target and the engine that plans and applies repairs on it. */
export async function openRepairs(flags: RepairFlags): Promise<Repairs> {
  const host = await openRecordingTarget(flags);
  const diagnose = () => startDiagnosis(host, { onProgress: probeProgress() }).done;
  let first: Promise<Result> | undefined;
  const before = () => (first ??= diagnose());
  const folder = flags.data === undefined ? dataFolder(await ownElevation()) : callerPath(flags.data);
  const engine = createRepairEngine({ host, cases: await openCaseStore(folder), diagnose, before });
  return { engine, before, dispose: () => host.dispose() };
}
