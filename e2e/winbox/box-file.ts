import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../../electron/host/practice/faults.ts';
import type { ToolName } from '../../electron/host/tools.ts';

/** A program of the box fails like one of the practice server, or as only a real process can. */
export type BoxFault =
  | Fault
  | { kind: 'accessDenied' }
  /** Prints the first half of what it would have printed. */
  | { kind: 'cut' }
  /** Prints bytes that are text in no encoding of its language. */
  | { kind: 'wrongEncoding' };

export interface SetFault {
  fault: BoxFault;
  /** Only runs whose arguments, joined with blanks, hold this. */
  when: string | null;
}

/** What the process behind the programs of a box must know; it looks at each start of one. */
export interface BoxFile {
  practiceDir: string;
  faults: Partial<Record<ToolName, SetFault>>;
  /** Milliseconds that a run takes before it does anything. */
  delays: Partial<Record<ToolName, number>>;
}

const boxFile = (folder: string): string => join(folder, 'box.json');

export async function readBoxFile(folder: string): Promise<BoxFile> {
  return JSON.parse(await readFile(boxFile(folder), 'utf8')) as BoxFile;
}

export async function writeBoxFile(folder: string, content: BoxFile): Promise<void> {
  await writeFile(boxFile(folder), JSON.stringify(content));
}
