import type { Plan, RepairReport } from '../../shared/model/repair.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { repairOf } from './catalogue.ts';
import { giveUp, takeBack, type CarriedOut } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { keptForGood, perhapsKeptForGood, stillStands, type JournalRun } from './journal-runs.ts';
import { locked } from './locked.ts';
import { beforeOf, openCaseOf, refuseWithoutRights, runsOfCase, tellUncompared } from './open-case.ts';
import { planDocument } from './plan-document.ts';
import { startReport } from './report.ts';
import { findEnds, nowText } from './run-steps.ts';
import { inverse } from './steps/step.ts';
import { ended, undertake } from './undertake.ts';

/**
 * Takes back all that still stands in a case, the newest repair first, each step
 * read back. A finished repair that cannot be taken back, as its plan said, is
 * told and passed over; an unfinished one of that kind is closed as it stands.
 */
export async function undoCase(deps: RepairDeps, caseId: string, hooks: ApplyHooks): Promise<RepairReport> {
  const kept = await openCaseOf(deps, caseId);
  await refuseWithoutRights(deps);
  return locked(deps, hooks, async () => {
    const [first, ...older] = await toTakeBack(kept);
    const runs = [first, ...older];
    const plan = undoPlan(kept, runs);
    const before = await beforeOf(deps, kept, runs.at(-1)!.begin.run);
    const { report, hooks: telling } = startReport({ repair: first.begin.repair, plan, before }, hooks);
    tellUncompared(kept, telling);
    if (!(await hooks.confirm(plan))) {
      return report('declined', 'The plan was declined. Nothing was changed.', { case: kept.id });
    }
    const done: { run: JournalRun; carried: CarriedOut }[] = [];
    for (const run of runs) {
      const carried = await takeBackRun(deps, kept, run, telling);
      done.push({ run, carried });
      // What lies below could not be read back against a state that nobody planned.
      if (carried.outcome === 'failed') break;
    }
    const outcome = worst(done.map(({ carried }) => carried.outcome));
    const detail = done
      .map(({ run, carried }) => (done.length === 1 ? carried.detail : `${run.begin.repair}: ${carried.detail}`))
      .join(' ');
    return report(outcome, detail, {
      case: kept.id,
      after: done.findLast(({ carried }) => carried.after)?.carried.after ?? null,
    });
  });
}

/** @throws UserError notFound when nothing stands, refused when nothing of it can be taken back */
async function toTakeBack(kept: Case): Promise<[JournalRun, ...JournalRun[]]> {
  const standing = (await runsOfCase(kept)).filter((run) => run.end === null || stillStands(run)).toReversed();
  const [first, ...older] = standing.filter((run) => run.end === null || keptForGood(run).length === 0);
  if (first !== undefined) return [first, ...older];
  if (standing.length > 0) {
    const words = standing.flatMap(keptForGood).join(' ');
    throw new UserError('refused', `This cannot be taken back, as the plan said. ${words}`);
  }
  throw new UserError(
    'notFound',
    `Case ${kept.id} has nothing to undo: no repair of it is unfinished or still stands.`,
  );
}

function undoPlan(kept: Case, runs: readonly JournalRun[]): Plan {
  const plans = runs.map((run) => {
    const begun = run.steps.filter(({ state }) => state !== 'waiting' && state !== 'undone');
    const steps = begun.flatMap(({ step }) => inverse(step) ?? []).toReversed();
    const reach = { alsoHits: [], stillWins: [], cannotBeUndone: [...keptForGood(run), ...perhapsKeptForGood(run)] };
    return planDocument(repairOf(run.begin.repair), kept.about().target, steps, reach, []);
  });
  const all = <T>(pick: (plan: Plan) => T[]): T[] => [...new Set(plans.flatMap(pick))];
  return {
    ...plans[0]!,
    steps: plans.flatMap(({ steps }) => steps),
    cannotBeUndone: all(({ cannotBeUndone }) => cannotBeUndone),
    provenBy: all(({ provenBy }) => provenBy),
    needsReboot: plans.some(({ needsReboot }) => needsReboot),
  };
}

async function takeBackRun(deps: RepairDeps, kept: Case, run: JournalRun, hooks: ApplyHooks): Promise<CarriedOut> {
  const id = run.begin.run;
  const undertaking = undertake(deps, kept, run, await beforeOf(deps, kept, id), hooks);
  return ended(kept, id, undertaking.repair, async () => {
    await findEnds(undertaking.runner, run.steps);
    const forGood = keptForGood(run);
    if (forGood.length > 0) return giveUp(undertaking, forGood);
    const why = 'The undo was asked for.';
    await kept.journal.append({ mark: 'undoing', at: nowText(), run: id, why });
    return takeBack(undertaking, why, 'undone');
  });
}

const worst = (outcomes: readonly CarriedOut['outcome'][]): CarriedOut['outcome'] =>
  outcomes.find((outcome) => outcome === 'failed') ?? outcomes.find((outcome) => outcome !== 'undone') ?? 'undone';
