import type { StandingRepair } from '../../shared/model/wizard-state.ts';
import { keptForGood, runsOf, stillStands } from '../repairs/journal-runs.ts';
import type { Case } from './case.ts';

/**
 * The repairs of a case that were not taken back, the newest first, each with why it has to stay: those that ended
 * well, and those that were not proven and could not be taken back.
 */
export async function standingOf({ journal }: Pick<Case, 'journal'>): Promise<StandingRepair[]> {
  return runsOf(await journal.read())
    .filter((run) => stillStands(run) || (run.end?.outcome === 'notFixed' && keptForGood(run).length > 0))
    .toReversed()
    .map((run) => ({ repair: run.begin.repair, stays: keptForGood(run) }));
}
