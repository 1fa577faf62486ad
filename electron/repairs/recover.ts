import type { RepairReport, StepReport } from '../../shared/model/repair.ts';
import { UserError } from '../app/user-error.ts';
import { carryOut, giveUp, takeBack } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { keptForGood, runsOf, unfinishedRun, type JournalRun } from './journal-runs.ts';
import { locked } from './locked.ts';
import { planDocument } from './plan-document.ts';
import { readFacts } from './read-facts.ts';
import { nowText } from './run-steps.ts';
import { inverse } from './steps/step.ts';
import { ended, undertake } from './undertake.ts';

/** A finished run whose steps still stand. */
const standing = ({ end, steps }: JournalRun): boolean =>
  end?.outcome === 'fixed' && steps.some(({ state }) => state === 'done');

/**
 * Goes on with what the journal of a case tells. `resume` finishes an unfinished
 * run (or its undo) and proves it; `undo` takes back the unfinished run, else
 * the newest one that still stands. The server is read before each step.
 */
export async function recover(
  deps: RepairDeps,
  caseId: string,
  way: 'resume' | 'undo',
  hooks: ApplyHooks,
): Promise<RepairReport> {
  const kept = await deps.cases.open(caseId);
  const { target } = kept.about();
  if (target !== deps.host.name) {
    throw new UserError('refused', `Case ${caseId} belongs to the target ${target}, not to ${deps.host.name}.`);
  }
  await refuseWithoutRights(deps);
  const before = (await kept.before()) ?? (await deps.before());
  const steps: StepReport[] = [];
  const telling: ApplyHooks = {
    ...hooks,
    onStep: (step) => {
      steps.push(step);
      hooks.onStep(step);
    },
  };
  return locked(deps, hooks, async () => {
    const runs = runsOf(await kept.journal.read());
    const run = unfinishedRun(runs) ?? (way === 'undo' ? (runs.findLast(standing) ?? null) : null);
    if (run === null) {
      throw new UserError(
        'notFound',
        `Case ${caseId} has nothing to ${way}: no repair of it is unfinished${way === 'undo' ? ' or still stands' : ''}.`,
      );
    }
    const undertaking = undertake(deps, kept, run, before, telling);
    const { repair } = undertaking;
    const backwards = way === 'undo' || run.undoing !== null;
    const left = run.steps.filter(({ state }) =>
      backwards ? !['waiting', 'undone'].includes(state) : state !== 'done',
    );
    const planned = left.map(({ step }) => (backwards ? inverse(step) : step)).filter((step) => step !== null);
    if (backwards) planned.reverse();
    const forGood = keptForGood(run);
    if (way === 'undo' && forGood.length > 0 && run.end !== null) {
      throw new UserError('refused', `This cannot be taken back, as the plan said. ${forGood.join(' ')}`);
    }
    const reach = { alsoHits: [], stillWins: [], cannotBeUndone: backwards ? forGood : [] };
    const plan = planDocument(repair, target, planned, reach, []);
    const report = (outcome: RepairReport['outcome'], detail: string, after: RepairReport['after']): RepairReport => ({
      format: 'package-server-doctor/repair',
      version: 1,
      repair: repair.id,
      case: kept.id,
      plan,
      outcome,
      detail,
      steps,
      before,
      after,
    });
    if (!(await hooks.confirm(plan))) return report('declined', 'The plan was declined. Nothing was changed.', null);
    const carried = await ended(kept, run.begin.run, repair, async () => {
      if (way === 'resume') return carryOut(undertaking);
      if (forGood.length > 0) return giveUp(undertaking, forGood);
      const why = 'The undo was asked for.';
      await kept.journal.append({ mark: 'undoing', at: nowText(), run: run.begin.run, why });
      return takeBack(undertaking, why);
    });
    return report(carried.outcome, carried.detail, carried.after);
  });
}

/** @throws UserError refused */
async function refuseWithoutRights({ host }: RepairDeps): Promise<void> {
  const { elevation } = await readFacts(host, ['elevation']);
  if (elevation?.state === 'known' && elevation.value.elevated) return;
  throw new UserError(
    'refused',
    'Changing this server needs the rights of an administrator. Nothing was changed; start psdoctor as administrator.',
  );
}
