import { UserError } from '../app/user-error.ts';
import { runsOf, unfinishedWords, waitingFor, type JournalRun } from '../repairs/journal-runs.ts';
import type { WaitsFor } from '../repairs/steps/step-kind.ts';
import type { Case } from './case.ts';

/** A repair that did not come to its end, or a case whose journal cannot tell whether there is one. */
export type OpenRun = { case: string; run: JournalRun } | { case: string; problem: string };

export interface Unfinished {
  case: string;
  words: string;
  /** What it waits for; null when a process died in it, or its journal is damaged. */
  waits: WaitsFor['for'] | null;
}

const putBack = (file: string): string =>
  `Put its ${file} right, or move the folder of the case away if it is known to be of no use.`;

/** The open runs of one case, newest first. */
export async function openRunsOf(kept: Pick<Case, 'id' | 'journal'>): Promise<OpenRun[]> {
  try {
    const runs = runsOf(await kept.journal.read());
    return runs
      .filter(({ end }) => end === null)
      .toReversed()
      .map((run) => ({ case: kept.id, run }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ case: kept.id, problem: `${error.message} ${putBack('journal.jsonl')}` }];
  }
}

/**
 * The same of a case whose case.json is damaged: its journal alone knows that a repair is half done, and on which server
 * nobody knows.
 */
export async function openRunsOfDamaged(kept: Pick<Case, 'id' | 'journal'>, problem: string): Promise<OpenRun[]> {
  const [open] = await openRunsOf(kept);
  if (open === undefined) return [];
  const has = 'run' in open ? 'has' : 'may have';
  const told = 'run' in open ? `${problem} ${putBack('case.json')}` : problem;
  return [{ case: kept.id, problem: `Case ${kept.id} ${has} a repair that did not come to its end. ${told}` }];
}

/** The one that is told first: the server may stand in the middle of what a dead process left. */
export function unfinishedOf(open: readonly OpenRun[]): Unfinished | null {
  const told = open.map(inWords);
  return told.find(({ waits }) => waits === null) ?? told[0] ?? null;
}

function inWords(open: OpenRun): Unfinished {
  if ('problem' in open) return { case: open.case, words: open.problem, waits: null };
  return { case: open.case, words: unfinishedWords(open.run), waits: waitingFor(open.run)?.for ?? null };
}
