import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UserError } from '../app/user-error.ts';
import { inWords } from '../cases/disk-words.ts';
import { JournalEntry } from './journal-entry.ts';
import { strayEntry } from './journal-runs.ts';
import type { JournalWriter } from './journal-writer.ts';

/** The journal of a case: append-only JSON lines. */
export interface Journal {
  /** @throws UserError failed when it cannot be written, or has lost its head meanwhile */
  append(entry: JournalEntry): Promise<void>;
  /** All whole lines. @throws UserError failed when one of them cannot be read or is missing, or when it is another case's */
  read(): Promise<JournalEntry[]>;
}

const format = 'package-server-doctor/journal';
const version = 1;

/** The first line, which is there from the beginning: an empty journal has lost what it held. */
const Head = z.object({ format: z.literal(format), version: z.number(), case: z.string() });

/** What stands around each entry: its number, from 1, which shows that no line is missing. */
const Numbered = z.object({ line: z.int() });

/** A journal that tells of nothing yet. */
export const newJournal = (caseId: string): string => `${JSON.stringify({ format, version, case: caseId })}\n`;

/** Whether a journal has told of nothing yet: it is that of a new case, or of one that was being made. */
export function isNewJournal(text: string): boolean {
  const [head = '', ...rest] = text.split('\n');
  return text === '' || (rest.join('\n') === '' && Head.safeParse(parsed(head)).success);
}

/** `file` must be there; it is never replaced. */
export function openJournal(file: string, caseId: string, writer: JournalWriter): Journal {
  // What stands behind the last line end was cut off by a dead process: the step that it announces did not begin.
  const wholeLines = async (path: string): Promise<string[]> => (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return {
    append: (entry) =>
      inWords(file, async (path) => {
        const { length, 0: head } = await wholeLines(path);
        const problem = headProblem(file, caseId, head);
        if (problem !== null) throw new UserError('failed', problem);
        await writer.append(path, JSON.stringify({ line: length, ...entry }));
      }),
    async read() {
      const [head, ...lines] = await inWords(file, wholeLines);
      const entries: JournalEntry[] = [];
      let problem = headProblem(file, caseId, head);
      for (const [index, text] of lines.entries()) {
        if (problem !== null) break;
        const entry = parseLine(text, index + 1);
        if (typeof entry === 'string') problem = damage(file, entry);
        else entries.push(entry);
      }
      const stray = strayEntry(entries);
      if (problem === null && stray >= 0) problem = damage(file, `line ${stray + 2} belongs to no repair that began`);
      if (problem !== null) throw new UserError('failed', `${problem} Nothing was changed.`);
      return entries;
    },
  };
}

/** What is wrong with the first line, or null. */
function headProblem(file: string, caseId: string, line: string | undefined): string | null {
  if (line === undefined) return damage(file, 'it is empty');
  const head = Head.safeParse(parsed(line)).data;
  if (head === undefined) return damage(file, 'line 1');
  if (head.version > version)
    return `${file} was written by a newer version of Package Server Doctor (format ${head.version}).`;
  return head.case === caseId ? null : `${file} cannot be used: it is the journal of case ${head.case}.`;
}

/** The entry, or what is wrong with its line. */
function parseLine(text: string, number: number): JournalEntry | string {
  const value = parsed(text);
  const line = Numbered.safeParse(value).data?.line;
  const entry = JournalEntry.safeParse(value);
  const where = `line ${number + 1}`;
  if (line !== undefined && line !== number) return `${where} is not the one that was written there`;
  return entry.success && line !== undefined ? entry.data : where;
}

export const damage = (file: string, why: string): string =>
  `The journal is damaged (${file}, ${why}), so it cannot tell what was done.`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
