import { FindingId } from '../model/finding.ts';
import { calledByTitle } from '../repairs/called-by-title.ts';
import { repairTitles } from './words.ts';

const checks = FindingId.options.map((id) => id.replace('.', String.raw`\.`)).join('|');
const repairs = Object.keys(repairTitles).join('|');

/** Before the word on each check or repair, and before what follows from all of them. */
const border = new RegExp(
  String.raw`\s+(?=(?:${checks}): |(?:${repairs})(?: stays)?: |It stays as it is, |For the server as a whole |What (?:may have )?brought the old state back|For a binding that comes back )`,
  'u',
);

/** What a check quotes can end without a stop, and the next sentence would run on. */
const stopped = (part: string): string => (/[.:;!?…]$/u.test(part) ? part : `${part}.`);

/**
 * What a repair's report says in one go, in parts that each end with a stop; repairs are called by their titles.
 * What only announces the next part stands before it.
 */
export function toldParts(detail: string): string[] {
  const parts = detail
    .trim()
    .split(border)
    .filter(Boolean)
    .map((part) => stopped(calledByTitle(part)));
  return parts.flatMap((part, index) => {
    if (part.endsWith(':') && index < parts.length - 1) return [];
    const before = parts[index - 1];
    return [before?.endsWith(':') === true ? `${before} ${part}` : part];
  });
}
