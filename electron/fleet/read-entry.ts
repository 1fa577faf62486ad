import { stat } from 'node:fs/promises';
import type { Refusal } from '../../shared/fleet/fleet.ts';
import { promisesResult } from '../../shared/fleet/other-file.ts';
import type { FleetServer } from '../../shared/fleet/server.ts';
import { summarise } from '../../shared/fleet/summarise.ts';
import { UserError } from '../app/user-error.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { refusal, refusalOfForeign, whyUnreadable } from './refusals.ts';
import { readDocument } from './read-document.ts';
import { createFileReader } from './read-file.ts';
import { stateOf } from './state.ts';
import { textOf } from './text-of.ts';
import type { Found } from './walk.ts';

/** Reads one file or bundle of a folder of results: its row, or why it has none. Never rejects. */
export type ReadEntry = (found: Found) => Promise<FleetServer | Refusal>;

/** A result of a server with thousands of sites has some ten megabytes. */
const largest = 64 * 1024 * 1024;

const isZip = (head: Buffer): boolean => head.subarray(0, 2).toString('latin1') === 'PK';
const isDocument = (head: Buffer): boolean => /^\s*(?:\{|$)/u.test(textOf(head));

/** A reader of one entry at a time. */
export function createEntryReader(): ReadEntry {
  const files = createFileReader();
  return async ({ path, file, kind }) => {
    try {
      if (kind === 'bundle') return await judgeBundle(path, file, (await stat(path)).mtime.toISOString());
      const wanted = (head: Buffer, size: number) => !isZip(head) && size <= largest && isDocument(head);
      const { bytes, size, modified: fileTime } = await files.read(path, wanted);
      if (isZip(bytes)) return await judgeBundle(path, file, fileTime);
      if (!isDocument(bytes)) return refusalOfForeign(file, textOf(bytes));
      if (size > largest) return refusal(file, 'tooLarge', `it is larger than ${largest / 1024 / 1024} MiB`);
      return readDocument(textOf(bytes), { file, fileTime });
    } catch (error) {
      // Spreadsheets and letters are zips too.
      const reason = kind === 'bundle' || promisesResult(file) ? 'damaged' : 'other';
      if (error instanceof UserError) return refusal(file, reason, error.message);
      return refusal(file, 'unreadable', whyUnreadable(error as NodeJS.ErrnoException));
    }
  };
}

/** Evidence is judged again here: what was concluded elsewhere is not trusted. */
async function judgeBundle(path: string, file: string, fileTime: string): Promise<FleetServer> {
  const { openRecordedHost } = await import('../host/recorded/recorded-host.ts');
  const host = await openRecordedHost(path);
  try {
    const result = await startDiagnosis(host).done;
    return summarise(result, stateOf(result), { file, fileTime, kind: 'bundle' });
  } finally {
    await host.dispose();
  }
}
