import type { Session } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import { runsOf, stageOf, unfinishedWords, waitingFor, type JournalRun } from '../repairs/journal-runs.ts';
import type { Case } from './case.ts';

/** A repair that did not come to its end, or a case whose journal cannot tell whether there is one. */
export type OpenRun = { case: string; run: JournalRun } | { case: string; problem: string };

export type Unfinished = NonNullable<Session['unfinished']>;

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
  const { case: id } = open;
  if ('problem' in open) return { case: id, words: open.problem, waits: null, run: null };
  const { repair, target, at } = open.run.begin;
  return {
    case: id,
    words: unfinishedWords(open.run),
    waits: waitingFor(open.run)?.for ?? null,
    run: { repair, target, begunAt: at, stage: stageOf(open.run) },
  };
}
