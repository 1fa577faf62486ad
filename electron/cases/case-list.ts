import type { CaseFile } from './case-file.ts';
import { openRunsOf, unfinishedOf } from './open-runs.ts';
import type { CaseStore } from './store.ts';

/** One case in the list. */
export interface ListedCase {
  id: string;
  server: string | null;
  target: string | null;
  createdAt: string | null;
  updatedAt: string | null;
  repairs: CaseFile['repairs'];
  /**
   * `unchanged`: no repair of it has begun; `unfinished`: a process died in a repair;
   * `pending`: one waits for a reboot, a policy or a person.
   */
  state: 'finished' | 'unchanged' | 'unfinished' | 'pending' | 'damaged';
  /** What is open or damaged, for a person. */
  words: string | null;
}

/** Of a case in which no repair has begun. */
export const unchangedWords = 'No repair of this case has begun: nothing was changed.';

/** All cases, newest first; a damaged one is told and hides no other. */
export async function listCases(store: CaseStore): Promise<ListedCase[]> {
  const entries = await store.list();
  return Promise.all(
    entries.map(async (entry): Promise<ListedCase> => {
      if ('problem' in entry) return damaged(entry.id, entry.problem);
      const { id, server, target, createdAt, updatedAt, repairs } = entry.about;
      const kept = await store.open(id);
      const open = await openRunsOf(kept);
      if (open.length + repairs.length === 0 && (await kept.journal.read()).length === 0) {
        return { id, server, target, createdAt, updatedAt, repairs, state: 'unchanged', words: unchangedWords };
      }
      const told = unfinishedOf(open);
      const problem = open.some((one) => 'problem' in one);
      const state = problem ? 'damaged' : told === null ? 'finished' : told.waits === null ? 'unfinished' : 'pending';
      return { id, server, target, createdAt, updatedAt, repairs, state, words: told?.words ?? null };
    }),
  );
}

const damaged = (id: string, words: string): ListedCase => ({
  id,
  server: null,
  target: null,
  createdAt: null,
  updatedAt: null,
  repairs: [],
  state: 'damaged',
  words,
});
