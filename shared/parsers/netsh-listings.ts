import type { Endpoint } from '../model/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { endpointKey, parseEndpoint } from '../httpsys/endpoint.ts';
import type { Field, PrintedField } from './netsh-fields.ts';
import { fewestFields, isFlagValue, readRecord } from './netsh-record.ts';

export interface Listing {
  records: Map<string, HttpSysRecord>;
  /** Whether a record begins in it, also one that is cut off. */
  begun: boolean;
  /** False when a record of it is cut off or unreadable, what stands below its heading is no record, or one endpoint was asked for. */
  complete: boolean;
  /** Whether the heading speaks of SSL, which no language translates; other lists of netsh are headed the same way. */
  headed: boolean;
  /** Whether a prompt stands below it: nothing more belongs to it. */
  closed: boolean;
  /** The most flags of a record of it: one netsh prints as many for each. */
  mostFlags: number;
  /** The flags of its last record. */
  lastFlags: number;
}

/** The endpoint is the end of its line, after a blank or a colon: labels may hold colons themselves. */
const endpointAtEnd = /(?:^|[\s:\uFF1A])((?:\[[^\s[\]]+\]|[^\s:\uFF1A=[\]]+):\d{1,5}|\d{1,5})$/u;
const labelled = /[:\uFF1A]\s*(?:\[[^\s[\]]+\]|[^\s:\uFF1A=[\]/]+):\d{1,5}$/u;
/** Behind a label's colon, an address or host with a port is an endpoint, wherever it stands. */
const isLabelledEndpoint = ({ line }: PrintedField): boolean => /\d/u.test(line.at(-1) ?? '') && labelled.test(line);
const isPrinted = (field: Field | undefined): field is PrintedField => typeof field === 'object';

const isApplicationId = (field: Field | undefined): boolean =>
  isPrinted(field) && field.value.startsWith('{') && /^\{[^{}]*\}$/u.test(field.value);

/** A record begins where an endpoint stands two fields above an application id; a store's port has no other sign. */
function endpointBeginning(fields: readonly Field[], at: number): Endpoint | null {
  const first = fields[at];
  if (!isPrinted(first) || !isApplicationId(fields[at + 2])) return null;
  return parseEndpoint(endpointAtEnd.exec(first.line)?.[1] ?? '');
}

/**
 * The fields below the endpoint at `at`, and where they end: at a prompt, an underline, the next endpoint (also one
 * that cannot be read), or what stands apart below a whole record and is no flag. Lines of a listing with blank
 * lines throughout are not apart.
 */
function fieldsBelow(fields: readonly Field[], at: number): { below: PrintedField[]; end: number } {
  const below: PrintedField[] = [];
  let spaced = false;
  let end = at + 1;
  for (; end < fields.length; end += 1) {
    const field = fields[end];
    const whole = below.length >= fewestFields;
    if (field === 'underline' || field === 'prompt' || field === 'query') break;
    if (field === 'paragraph' && whole && !spaced) break;
    if (!isPrinted(field)) continue;
    // The first two are the hash, which may look like an endpoint, and the application id.
    if (end > at + 2 && (isLabelledEndpoint(field) || isApplicationId(fields[end + 2]))) break;
    if (!whole) spaced ||= field.apart;
    else if (!canFollow(field, below, spaced)) break;
    below.push(field);
  }
  return { below, end };
}

/** Whether a field belongs to the whole record of which `below` was read: nothing but a heading or a flag stands apart. */
function canFollow({ value, apart }: PrintedField, below: readonly PrintedField[], spaced: boolean): boolean {
  if (value === '' || isFlagValue(value)) return true;
  const underHeading = below.length > fewestFields && below.at(-1)?.value === '';
  return !underHeading && (spaced || !apart);
}

/** All listings in a text, in their order: headed ones, and records that lost their heading. */
export function readListings(fields: readonly Field[]): Listing[] {
  const listings: Listing[] = [];
  let partial = false;
  const open = (heading = ''): Listing => {
    const listing: Listing = {
      records: new Map(),
      begun: false,
      complete: !partial,
      headed: /ssl/iu.test(heading),
      closed: false,
      mostFlags: 0,
      lastFlags: 0,
    };
    listings.push(listing);
    return listing;
  };
  let current: Listing | undefined;
  let at = 0;
  while (at < fields.length) {
    const field = fields[at];
    const above = fields[at - 1];
    const endpoint = endpointBeginning(fields, at);
    if (endpoint !== null) {
      const { below, end } = fieldsBelow(fields, at);
      const { record, cutOff, printedFlags } = readRecord(endpoint, below);
      const key = endpointKey(endpoint);
      // One listing names an endpoint once: a second time is the next listing, pasted without its head.
      if (current === undefined || current.records.has(key)) current = open();
      current.begun = true;
      current.mostFlags = Math.max(current.mostFlags, printedFlags);
      current.lastFlags = printedFlags;
      if (cutOff) current.complete = false;
      else current.records.set(key, record);
      at = end;
      continue;
    }
    if (field === 'underline') {
      current = isPrinted(above) && above.value === '' ? open(above.line) : undefined;
    } else if (field === 'prompt' || field === 'query') {
      partial = field === 'query';
      if (current !== undefined) current.closed = true;
      current = undefined;
    } else if (isPrinted(field) && (isLabelledEndpoint(field) || isApplicationId(field))) {
      current ??= open();
      current.complete = false;
    } else if (current?.records.size === 0 && !(isPrinted(field) && field.value === '')) {
      // What stands below a heading and is no record is an error message, or something else altogether.
      current.complete = false;
    }
    at += 1;
  }
  return listings;
}
