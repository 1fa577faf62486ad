import type { RepairReport } from '../../shared/model/repair.ts';
import { UserError } from '../app/user-error.ts';
import { repairOf } from './catalogue.ts';
import { carryOut } from './carry-out.ts';
import { checkAfterReboot, isRebootCheckDue } from './check-after-reboot.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { keptAtTheEnd, keptForGood, waitingFor, type JournalRun } from './journal-runs.ts';
import { locked } from './locked.ts';
import { beforeOf, openCaseOf, refuseWithoutRights, runsOfCase, tellLostBefore, tellUncompared } from './open-case.ts';
import { planDocument } from './plan-document.ts';
import { startReport } from './report.ts';
import { inverse } from './steps/step.ts';
import { ended, undertake } from './undertake.ts';

/**
 * Goes on with what the journal of a case tells: what a dead process left before
 * what waits, and, when nothing is open and Windows was restarted since, the
 * look whether the repairs survived. The server is read before each step.
 */
export async function resumeCase(deps: RepairDeps, caseId: string, hooks: ApplyHooks): Promise<RepairReport> {
  const kept = await openCaseOf(deps, caseId);
  if (nextToResume(await runsOfCase(kept)) === null && (await isRebootCheckDue(deps, kept))) {
    return checkAfterReboot(deps, kept, hooks);
  }
  await refuseWithoutRights(deps);
  return locked(deps, hooks, async () => {
    const run = nextToResume(await runsOfCase(kept));
    if (run === null) {
      throw new UserError(
        'notFound',
        `Case ${caseId} has nothing to resume: no repair of it is unfinished, and Windows was not restarted after one that still stands.`,
      );
    }
    const id = run.begin.run;
    const before = await beforeOf(deps, kept, id);
    const repair = repairOf(run.begin.repair);
    const backwards = run.undoing !== null;
    const reach = { alsoHits: [], stillWins: [], cannotBeUndone: backwards ? keptForGood(run) : keptAtTheEnd(run) };
    const plan = planDocument(repair, kept.about().target, stepsLeft(run), reach, []);
    const { report, hooks: telling } = startReport({ repair: repair.id, plan, before }, hooks);
    tellUncompared(kept, telling);
    await tellLostBefore(kept, id, telling);
    if (!(await hooks.confirm(plan))) {
      return report('declined', 'The plan was declined. Nothing was changed.', { case: kept.id });
    }
    const undertaking = undertake(deps, kept, run, before, telling);
    const carried = await ended(kept, run, repair, () => carryOut(undertaking));
    return report(carried.outcome, carried.detail, { case: kept.id, after: carried.after });
  });
}

function nextToResume(runs: readonly JournalRun[]): JournalRun | null {
  const open = runs.filter(({ end }) => end === null).toReversed();
  return open.find((run) => waitingFor(run) === null) ?? open[0] ?? null;
}

/** What a run still has before it, as the steps that will be done. */
function stepsLeft({ steps, undoing }: JournalRun) {
  if (undoing === null) return steps.filter(({ state }) => state !== 'done').map(({ step }) => step);
  return steps
    .filter(({ state }) => state !== 'waiting' && state !== 'undone')
    .flatMap(({ step }) => inverse(step) ?? [])
    .toReversed();
}
