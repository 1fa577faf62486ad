import type { AfterReboot } from '../../shared/model/after-reboot.ts';
import type { JournalEntry } from '../repairs/journal-entry.ts';
import type { Case } from './case.ts';

/** The looks at one run after restarts of Windows, oldest first. */
export const looksAt = (run: string, entries: readonly JournalEntry[]): AfterReboot[] =>
  entries.flatMap((entry) =>
    entry.mark === 'afterReboot' && entry.run === run
      ? [{ at: entry.at, survived: entry.survived, detail: entry.detail }]
      : [],
  );

/**
 * What the last look after a restart of Windows has shown of each run of a case.
 *
 * @throws UserError failed when the journal is damaged
 */
export async function lastLooks({ journal }: Pick<Case, 'journal'>): Promise<(run: string) => AfterReboot | null> {
  const entries = await journal.read();
  return (run) => looksAt(run, entries).at(-1) ?? null;
}
