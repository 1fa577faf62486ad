import { join } from 'node:path';
import { UserError } from '../app/user-error.ts';
import { runsOf } from '../repairs/journal-runs.ts';
import type { JournalWriter } from '../repairs/journal-writer.ts';
import { openJournal, type Journal } from '../repairs/journal.ts';
import type { CaseFile } from './case-file.ts';
import { refuseLostRuns } from './noted-repairs.ts';

/**
 * The journal of a case, which is read only when it agrees with its case.json.
 *
 * @param about what case.json holds at the moment
 */
export function caseJournal(folder: string, writer: JournalWriter, about: () => CaseFile): Journal {
  const path = join(folder, 'journal.jsonl');
  const lines = openJournal(path, about().id, writer);
  return {
    ...lines,
    async read() {
      const entries = await lines.read();
      const { target, repairs } = about();
      if (entries.some((entry) => entry.mark === 'begin' && entry.target !== target)) {
        throw new UserError('failed', `${path} cannot be used: it is that of another server. Nothing was changed.`);
      }
      refuseLostRuns(runsOf(entries), repairs, path);
      return entries;
    },
  };
}
