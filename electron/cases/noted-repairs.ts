import { UserError } from '../app/user-error.ts';
import { damage } from '../repairs/journal.ts';
import { waitingFor, type JournalRun } from '../repairs/journal-runs.ts';
import type { CaseFile } from './case-file.ts';

type CaseRepair = CaseFile['repairs'][number];

/** How a repair is noted that did not come to its end. */
const open: readonly CaseRepair['outcome'][] = ['failed', 'pending'];

/**
 * The repairs of a case as its journal tells them, oldest first: a process can die before it notes in case.json how a
 * repair ended, or that it was being taken back again.
 */
export const repairsOf = (runs: readonly JournalRun[], noted: readonly CaseRepair[]): CaseRepair[] =>
  runs.flatMap((run): CaseRepair[] => {
    const { begin, end } = run;
    if (end !== null) return [{ run: begin.run, repair: begin.repair, outcome: end.outcome, endedAt: end.at }];
    const note = noted.find((one) => one.run === begin.run && open.includes(one.outcome));
    return note === undefined ? [] : [{ ...note, outcome: waitingFor(run) === null ? 'failed' : 'pending' }];
  });

/**
 * A repair is noted after its journal has told the same: where that knows nothing of it, lines were lost.
 *
 * @throws UserError failed
 */
export function refuseLostRuns(runs: readonly JournalRun[], noted: readonly CaseRepair[], journal: string): void {
  const lost = noted.find(({ run, outcome }) => {
    const own = runs.find(({ begin }) => begin.run === run);
    return own === undefined || (!open.includes(outcome) && own.end === null && own.undoing === null);
  });
  if (lost === undefined) return;
  const words = `it does not hold the end of the repair ${lost.run}, which case.json names as ${lost.outcome}`;
  throw new UserError('failed', `${damage(journal, words)} Nothing was changed.`);
}
