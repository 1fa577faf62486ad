import type { Result } from '../../shared/model/result.ts';
import type { Case } from '../cases/case.ts';
import { repairOf } from './catalogue.ts';
import type { CarriedOut, Undertaking } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import type { JournalRun } from './journal-runs.ts';
import { patienceOf } from './locked.ts';
import type { AnyRepair } from './repair.ts';
import { Interrupted, nowText } from './run-steps.ts';

/** A run of a case with all that carrying it out needs. */
export function undertake(
  deps: RepairDeps,
  kept: Case,
  run: JournalRun,
  before: Result,
  hooks: ApplyHooks,
): Undertaking {
  const { onCurrent, onStep, signal } = hooks;
  return {
    runner: {
      host: deps.host,
      journal: kept.journal,
      run: run.begin.run,
      patience: patienceOf(deps),
      onCurrent,
      onStep,
      signal,
    },
    run,
    repair: repairOf(run.begin.repair),
    before,
    diagnose: deps.diagnose,
  };
}

/** Does the work and notes in the case how it ended. */
export async function ended(
  kept: Case,
  run: string,
  repair: AnyRepair,
  work: () => Promise<CarriedOut>,
): Promise<CarriedOut> {
  try {
    const carried = await work();
    if (carried.after !== null) await kept.saveAfter(carried.after);
    await kept.noteRepair({ run, repair: repair.id, outcome: carried.outcome, endedAt: nowText() });
    return carried;
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    const detail = `The repair was interrupted between two steps; case ${kept.id} offers to resume or to undo it.`;
    return { outcome: 'failed', detail, after: null };
  }
}
