import type { Plan, RepairReport } from '../../shared/model/repair.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { repairOf } from './catalogue.ts';
import { giveUp, takeBack, type CarriedOut } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { keptForGood, perhapsKeptForGood, stillStands, type JournalRun } from './journal-runs.ts';
import { locked } from './locked.ts';
import { beforeOf, openCaseOf, refuseWithoutRights, runsOfCase, tellLostBefore, tellUncompared } from './open-case.ts';
import { planDocument } from './plan-document.ts';
import { startReport } from './report.ts';
import { findEnds, nowText } from './run-steps.ts';
import { inverse } from './steps/step.ts';
import { ended, undertake } from './undertake.ts';

/**
 * Takes back all that still stands in a case, the newest repair first, each step
 * read back. A finished repair that cannot be taken back, as its plan said, is
 * told and passed over; an unfinished one of that kind is closed as it stands.
 *
 * @param newestOnly takes back one repair and leaves the older ones as they stand
 */
export async function undoCase(
  deps: RepairDeps,
  caseId: string,
  hooks: ApplyHooks,
  newestOnly = false,
): Promise<RepairReport> {
  const kept = await openCaseOf(deps, caseId);
  await refuseWithoutRights(deps);
  return locked(deps, hooks, async () => {
    const { runs, staying } = await toTakeBack(kept, newestOnly);
    const [first] = runs;
    const plan = undoPlan(kept, runs, staying);
    const before = await beforeOf(deps, kept, runs.at(-1)!.begin.run);
    const { report, hooks: telling } = startReport({ repair: first.begin.repair, plan, before }, hooks);
    tellUncompared(kept, telling);
    await tellLostBefore(kept, runs.at(-1)!.begin.run, telling);
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
    const told = [
      ...done.map(({ run, carried }) =>
        runs.length === 1 ? carried.detail : `${run.begin.repair}: ${carried.detail}`,
      ),
      ...runs.slice(done.length).map(({ begin }) => `${begin.repair}: not tried after that; it still stands.`),
      ...staying.map(stayingWords),
    ];
    return report(outcome, told.join(' '), {
      case: kept.id,
      after: done.findLast(({ carried }) => carried.after)?.carried.after ?? null,
    });
  });
}

interface ToTakeBack {
  /** Newest first. */
  runs: [JournalRun, ...JournalRun[]];
  /** Those that still stand, and cannot be taken back. */
  staying: JournalRun[];
}

/** @throws UserError notFound when nothing stands, refused when nothing of it can be taken back */
async function toTakeBack(kept: Case, newestOnly: boolean): Promise<ToTakeBack> {
  const standing = (await runsOfCase(kept)).filter((run) => run.end === null || stillStands(run)).toReversed();
  const stays = (run: JournalRun): boolean => run.end !== null && keptForGood(run).length > 0;
  const [first, ...older] = standing.filter((run) => !stays(run));
  if (first !== undefined && newestOnly) return { runs: [first], staying: [] };
  if (first !== undefined) return { runs: [first, ...older], staying: standing.filter(stays) };
  if (standing.length > 0) {
    const words = standing.flatMap(keptForGood).join(' ');
    throw new UserError('refused', `This cannot be taken back, as the plan said. ${words}`);
  }
  throw new UserError(
    'notFound',
    `Case ${kept.id} has nothing to undo: no repair of it is unfinished or still stands.`,
  );
}

function undoPlan(kept: Case, runs: readonly JournalRun[], staying: readonly JournalRun[]): Plan {
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
    cannotBeUndone: [...all(({ cannotBeUndone }) => cannotBeUndone), ...staying.map(stayingWords)],
    provenBy: all(({ provenBy }) => provenBy),
    needsReboot: plans.some(({ needsReboot }) => needsReboot),
  };
}

const stayingWords = (run: JournalRun): string => `${run.begin.repair} stays: ${keptForGood(run).join(' ')}`;

async function takeBackRun(deps: RepairDeps, kept: Case, run: JournalRun, hooks: ApplyHooks): Promise<CarriedOut> {
  const id = run.begin.run;
  const undertaking = undertake(deps, kept, run, await beforeOf(deps, kept, id), hooks);
  return ended(kept, run, undertaking.repair, async () => {
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
