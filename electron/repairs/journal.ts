import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../app/user-error.ts';
import { inWords } from '../cases/disk-words.ts';
import { JournalEntry } from './journal-entry.ts';
import type { JournalWriter } from './journal-writer.ts';

/** The journal of a case: append-only JSON lines. */
export interface Journal {
  append(entry: JournalEntry): Promise<void>;
  /** All whole lines. @throws UserError failed when one of them cannot be read, is missing, or is another case's */
  read(): Promise<JournalEntry[]>;
}

/** What stands around each entry: the case that it belongs to, and the number of its line, which shows that none is missing. */
const Line = z.object({ case: z.string(), line: z.int() });

/** `file` must be there; it is never replaced. */
export function openJournal(file: string, caseId: string, writer: JournalWriter): Journal {
  // What stands behind the last line end was cut off by a dead process: the step that it announces did not begin.
  const wholeLines = async (path: string): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return {
    append: (entry) =>
      inWords(file, async (path) => {
        const line: z.infer<typeof Line> = { case: caseId, line: (await wholeLines(path)).length + 1 };
        await writer.append(path, JSON.stringify({ ...line, ...entry }));
      }),
    read: async () => (await inWords(file, wholeLines)).map((text, index) => parseLine(text, index + 1, caseId, file)),
  };
}

function parseLine(text: string, number: number, caseId: string, file: string): JournalEntry {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const line = Line.safeParse(value).data;
  const entry = JournalEntry.safeParse(value);
  if (line !== undefined && line.case !== caseId) {
    throw new UserError(
      'failed',
      `${file} cannot be used: it is the journal of case ${line.case}. Nothing was changed.`,
    );
  }
  if (entry.success && line?.line === number) return entry.data;
  const why =
    line === undefined || line.line === number
      ? `line ${number}`
      : `line ${number} is not the one that was written there`;
  throw new UserError(
    'failed',
    `The journal is damaged (${file}, ${why}), so it cannot tell what was done. Nothing was changed.`,
  );
}
