import type { FactValue } from '../model/facts.ts';
import { lastWord } from './last-word.ts';
import { linesBelowHeading, valueAfterLabel } from './netsh-lines.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

const scheme = /https?:\/\/(?=\S)/iu;
const indentOf = (line: string): number => line.length - line.trimStart().length;

/**
 * Reads `netsh http show urlacl`: the reserved URLs and who may register them, by
 * the names that Windows prints. Labels are translated; a URL tells itself, and
 * the users stand below it with the smaller indentation of the two.
 */
export function parseUrlAcl(text: string): Parsed<FactValue<'urlReservations'>> {
  const lines = linesBelowHeading(text);
  if (lines === null) return unreadable('the text is not a whole list of URL reservations');
  const items: { url: string; users: string[]; indent: number | null }[] = [];
  for (const line of lines) {
    const word = lastWord(line);
    const at = word.search(scheme);
    const url = at < 0 ? undefined : word.slice(at);
    const item = items.at(-1);
    if (url !== undefined) items.push({ url, users: [], indent: null });
    else if (item !== undefined) {
      item.indent ??= indentOf(line);
      const user = indentOf(line) <= item.indent ? valueAfterLabel(line) : null;
      if (user) item.users.push(user);
    }
  }
  if (lines.length > 0 && items.length === 0) return unreadable('no URL is in the list');
  return parsed({ items: items.map(({ url, users }) => ({ url, users })) });
}
