import { readFile } from 'node:fs/promises';
import { UserError } from '../app/user-error.ts';
import { inWords } from '../cases/disk-words.ts';
import { JournalEntry } from './journal-entry.ts';
import type { JournalWriter } from './journal-writer.ts';

/** The journal of a case: append-only JSON lines. */
export interface Journal {
  append(entry: JournalEntry): Promise<void>;
  /** All whole lines. @throws UserError failed when one of them cannot be read */
  read(): Promise<JournalEntry[]>;
}

/** `file` must be there; it is never replaced. */
export function openJournal(file: string, writer: JournalWriter): Journal {
  return {
    append: (entry) => inWords(file, () => writer.append(file, JSON.stringify(entry))),
    async read() {
      const text = await inWords(file, (path) => readFile(path, 'utf8'));
      // What stands behind the last line end was cut off by a dead process: the step that it announces did not begin.
      const lines = text.split('\n').slice(0, -1);
      return lines.map((line, index) => parseLine(line, `${file}, line ${index + 1}`));
    },
  };
}

function parseLine(line: string, where: string): JournalEntry {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = null;
  }
  const entry = JournalEntry.safeParse(value);
  if (entry.success) return entry.data;
  throw new UserError(
    'failed',
    `The journal is damaged (${where}), so it cannot tell what was done. Nothing was changed.`,
  );
}
