import type { RecordFlags } from './flags.ts';

/** Switches that are on unless a record says otherwise; all others are off. */
const onByDefault = new Set(['verifyclientcertrevocation', 'usagecheck']);

/** The parameters of `netsh http add sslcert` in the order in which every build's `show sslcert` prints them. */
const printedOrder = [
  'verifyclientcertrevocation',
  'verifyrevocationwithcachedclientcertonly',
  'usagecheck',
  'revocationfreshnesstime',
  'urlretrievaltimeout',
  'sslctlidentifier',
  'sslctlstorename',
  'dsmapperusage',
  'clientcertnegotiation',
  'reject',
  'disablehttp2',
  'disablequic',
  'disabletls12',
  'disabletls13',
  'disableocspstapling',
];

const untilTickets = ['enabletokenbinding', 'logextendedevents', 'disablelegacytls', 'enablesessionticket'];

/** What follows differs by build; how many fields follow tells which. Null: no parameter sets it (client hello cache). */
const printedEnds: Readonly<Record<number, readonly (string | null)[]>> = {
  1: ['disablelegacytls'],
  4: untilTickets,
  5: [...untilTickets, null],
  6: [...untilTickets, 'disablesessionid', null],
};

/** Every record has at least these, up to `clientcertnegotiation`. */
export const fewestPrintedFlags = 9;

/** `Set` and `Enabled` are never translated; undefined for a text that is no switch. */
function readSwitch(text: string): boolean | undefined {
  if (/^(?:enabled|set)$/iu.test(text)) return true;
  return /^(?:disabled|not set)$/iu.test(text) ? false : undefined;
}

function readPrinted(name: string, text: string): boolean | number | string | null | undefined {
  if (name === 'sslctlidentifier' || name === 'sslctlstorename') return /^(?:\(null\))?$/iu.test(text) ? null : text;
  if (name !== 'revocationfreshnesstime' && name !== 'urlretrievaltimeout') return readSwitch(text);
  return /^\d+$/u.test(text) ? Number(text) || null : undefined;
}

/**
 * Flags from the values that `netsh http show sslcert` prints below the store
 * name, in its order. A field whose meaning is not certain by its place, and
 * one that netsh could not put back, is named in `unknownFlags` when it is set.
 */
export function flagsFromListing(printed: readonly string[]): RecordFlags {
  const result: RecordFlags = { flags: {}, unknownFlags: [] };
  const names = [...printedOrder, ...(printedEnds[printed.length - printedOrder.length] ?? [])];
  printed.forEach((text, index) => {
    const name = names[index];
    const value = name ? readPrinted(name, text) : readSwitch(text);
    if (value === undefined || (!name && value !== false)) {
      result.unknownFlags.push(`field ${index + 5} of the listing: ${text}`);
    } else if (name && value !== null && value !== onByDefault.has(name)) {
      result.flags[name] = value;
    }
  });
  return result;
}
