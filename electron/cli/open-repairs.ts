import type { Result } from '../../shared/model/result.ts';
import type { Unfinished } from '../cases/open-runs.ts';
import { caseServerOf } from '../cases/same-server.ts';
import { keepingEvidence } from '../cases/keeping-evidence.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { createRepairEngine, type RepairEngine } from '../repairs/engine.ts';
import { openContinuedCase } from './continued-case.ts';
import { openCases, tellNotKept } from './open-cases.ts';
import { probeProgress } from './progress.ts';
import { openRecordingTarget, type TargetFlags } from './target.ts';
import { timeoutOf } from './timeout.ts';
import type { RepairFlags } from './repair-flags.ts';

export interface Repairs {
  engine: RepairEngine;
  /** The diagnosis that the repair rests on, made once. */
  before(): Promise<Result>;
  /** A repair of this server that did not come to its end, or null. */
  unfinished(): Promise<Unfinished | null>;
  dispose(): Promise<void>;
}

/**
 * Opens the target and the engine that plans and applies repairs on it.
 *
 * @param work what is done: the phase of the answers that no diagnosis asks for
 */
export async function openRepairs(
  flags: TargetFlags & Pick<RepairFlags, 'data' | 'case' | 'timeout' | 'yes'>,
  work = 'repair',
): Promise<Repairs> {
  const timeoutMs = timeoutOf(flags);
  const host = await openRecordingTarget(flags);
  const ask = (phase: 'before' | 'after') => {
    host.phase(phase);
    const options = { onProgress: probeProgress(), ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    return startDiagnosis(host, options).done.finally(() => host.phase(work));
  };
  host.phase(work);
  const diagnose = () => ask('after');
  let first: Promise<Result> | undefined;
  const before = () => (first ??= ask('before'));
  const cases = keepingEvidence(await openCases(flags.data, flags.yes !== true), host, tellNotKept);
  const continues = flags.case === undefined ? undefined : await openContinuedCase(host, cases, flags.case);
  const engine = createRepairEngine({ host, cases, diagnose, before, continues });
  return {
    engine,
    before,
    unfinished: () => caseServerOf(host).then((server) => cases.unfinished(server)),
    dispose: () => host.dispose(),
  };
}
