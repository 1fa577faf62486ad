import type { Result } from '../../shared/model/result.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { repairOf } from './catalogue.ts';
import type { CarriedOut, Undertaking } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { unfinishedWords, type JournalRun } from './journal-runs.ts';
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

/**
 * Does the work and notes in the case how it ended. Where the disk refuses that, the outcome stands, and says so.
 *
 * @throws UserError failed: the journal refused what comes before the first step
 */
export async function ended(
  kept: Case,
  run: JournalRun,
  repair: AnyRepair,
  work: () => Promise<CarriedOut>,
): Promise<CarriedOut> {
  let carried: CarriedOut;
  try {
    carried = await work();
  } catch (error) {
    if (error instanceof Interrupted) {
      const detail = `The repair was interrupted between two steps; case ${kept.id} offers to resume or to undo it.`;
      return { outcome: 'failed', detail, after: null };
    }
    if (error instanceof UserError) return inTheMiddle(kept, run, error);
    throw error;
  }
  const note = { run: run.begin.run, repair: repair.id, outcome: carried.outcome, endedAt: nowText() };
  const lost = await whatIsLost(async () => {
    if (carried.after !== null) await kept.saveAfter(carried.after);
    await kept.noteRepair(note);
  });
  return { ...carried, detail: `${carried.detail}${lost}` };
}

/** The journal could not be written on: whatever happened since its last line, the server alone knows. */
function inTheMiddle(kept: Case, run: JournalRun, { code, message }: UserError): CarriedOut {
  if (run.steps.every(({ state }) => state === 'waiting')) throw new UserError(code, `${message} Nothing was changed.`);
  const then = `When the file can be written again: psdoctor resume ${kept.id}, or psdoctor undo ${kept.id}.`;
  return { outcome: 'failed', detail: `${message} ${unfinishedWords(run)} ${then}`, after: null };
}

/** Keeps something in a case; what could not be kept, as a sentence behind others, else nothing. */
export async function whatIsLost(keep: () => Promise<void>): Promise<string> {
  try {
    await keep();
    return '';
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return ` The case could not keep it: ${error.message}`;
  }
}
