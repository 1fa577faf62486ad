import type { StandingRepair } from '../../shared/model/wizard-state.ts';
import { keptForGood, runsOf, stillStands } from '../repairs/journal-runs.ts';
import type { Case } from './case.ts';

/** The repairs of a case that ended well and were not taken back, the newest first, each with why it has to stay. */
export async function standingOf({ journal }: Pick<Case, 'journal'>): Promise<StandingRepair[]> {
  return runsOf(await journal.read())
    .filter(stillStands)
    .toReversed()
    .map((run) => ({ repair: run.begin.repair, stays: keptForGood(run) }));
}
