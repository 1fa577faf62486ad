import type { Refusal, RefusalReason } from '../../shared/fleet/fleet.ts';
import { otherFile } from '../../shared/fleet/other-file.ts';

/** Why something is not in the list. @param words a sentence without its beginning and its full stop */
export const refusal = (file: string, reason: RefusalReason, words: string): Refusal => ({ file, reason, words });

/** Of what begins as no document and no bundle does. @param head its first characters */
export function refusalOfForeign(file: string, head: string): Refusal {
  const { reason, words } = otherFile(file, head);
  return refusal(file, reason, words);
}

const meanings: Readonly<Record<string, string>> = {
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EBUSY: 'another program holds it open',
  ENOENT: 'it was there when the folder was listed, and is gone',
};

/** Why the system did not let it be read. */
export const whyUnreadable = ({ code, message }: NodeJS.ErrnoException): string =>
  code === undefined ? message : (meanings[code] ?? `it cannot be read (${code})`);
