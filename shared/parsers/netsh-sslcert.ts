import type { HttpSysRecords } from '../model/facts/httpsys.ts';
import { lastWord } from './last-word.ts';
import { lineOf, readFields, valueOf } from './netsh-fields.ts';
import { readListings, type Listing } from './netsh-listings.ts';
import { isFlagValue } from './netsh-record.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';

export interface SslcertListing extends HttpSysRecords {
  /** False when a record of the listing is cut off or unreadable, and so not among `records`. */
  complete: boolean;
}

const isPrintable = (text: string): boolean => !/[\p{Cc}\uFFFD]/u.test(text.replace(/[\r\n\t]/gu, ''));

/** Whether the text breaks off within a line: one that has no end, and no value that netsh prints at that place. */
function endsWithin(text: string, listing: Listing): boolean {
  const last = lineOf(text.slice(text.lastIndexOf('\n') + 1));
  const value = valueOf(last);
  if (listing.closed || lastWord(last).includes('//') || (value === null && !/^\s/u.test(last))) return false;
  if (!isFlagValue(value ?? '')) return true;
  return [...listing.records.values()].at(-1)?.unknownFlags.some((flag) => flag.startsWith('field ')) ?? false;
}

/** Whether it breaks off at the end of a line: its last record lacks flags that others of it have. */
const endsBetween = ({ closed, lastFlags, mostFlags }: Listing): boolean => !closed && lastFlags < mostFlags;

/**
 * Reads `netsh http show sslcert` in any language and layout, by shape and
 * position (labels are translated, values are not): also pasted text that lost
 * its indentation or gained a prefix on each line, and the end of which is cut
 * off. Of several listings the last complete one counts; the notes tell of the
 * others. A heading without a record is an empty listing, and so an answer; a
 * text that is no listing is not.
 */
export function parseSslcertListing(text: string): Parsed<SslcertListing> {
  const fields = readFields(text);
  const listings = readListings(fields)
    // An empty list of addresses below the listing is not a listing without records.
    .filter(({ headed, begun }, _, all) => headed || begun || all.length === 1);
  const final = listings.at(-1);
  if (final !== undefined && (endsWithin(text, final) || endsBetween(final))) final.complete = false;
  const chosen = listings.findLast(({ complete }) => complete) ?? listings.findLast(({ records }) => records.size > 0);

  if (chosen === undefined || (chosen.records.size === 0 && !isPrintable(text))) {
    const [only, ...more] = fields;
    // A heading that lost its underline.
    const heading = typeof only === 'object' && only.value === '' && more.length === 0;
    if (heading && isPrintable(text)) return parsed({ records: [], complete: true });
    return unreadable('the text is no listing of SSL certificate bindings: no record could be read from it');
  }
  const notes = listings.length > 1 ? [`${listings.length} listings; the last complete one counts`] : [];
  if (chosen.complete && chosen !== final)
    notes.push('a newer listing is not whole and does not count: ask for it again');
  if (!chosen.complete)
    notes.push(
      'the listing is not whole: it was asked for one endpoint, or a record of it is cut off, masked or unreadable',
    );
  return parsed({ records: [...chosen.records.values()], complete: chosen.complete }, notes);
}
