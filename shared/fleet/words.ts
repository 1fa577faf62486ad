import { oldAfterDays } from './age.ts';
import type { Expected } from './expected.ts';

/** How many results are older than the one that stands for their server. */
export const olderOf = ({ superseded, sameRun }: { superseded: number; sameRun: number }): number =>
  superseded - sameRun;

/** Behind the number of files that were not read: what else lies there. Nothing where there is nothing else. */
export function besideWords({ sameRun, others }: { sameRun: number; others: number }): string {
  const again = sameRun === 0 ? '' : `, ${sameRun} of a diagnosis that another file tells of`;
  const foreign = others === 0 ? '' : others === 1 ? ', 1 that is no result' : `, ${others} that are no results`;
  return `${again}${foreign}`;
}

/** That some results are old; null where none is. */
export function oldWords(old: number): string | null {
  if (old === 0) return null;
  const many = old === 1 ? '1 result is' : `${old} results are`;
  return `${many} more than ${oldAfterDays} days older than the newest: what was found then may have changed since.`;
}

/** That servers are missing in the list; null where none is, or nobody said which are expected. */
export function missingWords(expected: Expected | null): string | null {
  if (expected === null || expected.missing.length === 0) return null;
  const { missing, names } = expected;
  return `${missing.length} of ${names} expected servers ${missing.length === 1 ? 'has' : 'have'} no result.`;
}
