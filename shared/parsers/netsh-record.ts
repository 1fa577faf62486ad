import type { Endpoint } from '../model/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { fewestPrintedFlags, flagsFromListing } from '../httpsys/listing-flags.ts';
import { parseThumbprint } from '../httpsys/thumbprint.ts';
import type { PrintedField } from './netsh-fields.ts';
import { readGuid, storeName } from './values.ts';

/** Values of the extended properties in every listing that was found: taken as the defaults. */
const usualExtended: Readonly<Record<string, string>> = { '0': '1048576', '1': '2796202,4294967295' };

const isNull = (text: string): boolean => text === '' || /^\(null\)$/iu.test(text);

/** What netsh prints for a flag or an extended property. */
export const isFlagValue = (text: string): boolean => /^(?:(?:not )?set|enabled|disabled|\d+|\(null\))$/iu.test(text);

/** Hash, application id and store, and the flags that every build prints. */
export const fewestFields = 3 + fewestPrintedFlags;

/** A hash with colons between its bytes: the last colon of its line is not the label's. */
const spelledOut = /(?:[\s\uFF1A]|(?<![0-9a-f]{2}):)((?:[0-9a-f]{2}:){19}(?:(?:[0-9a-f]{2}:){12})?[0-9a-f]{2})$/iu;

/** Extended properties that differ from the usual ones: `netsh http add` has no parameter for them. */
function unusualExtended(values: readonly string[]): string[] {
  const blocks: string[][] = [];
  for (const value of values) {
    if (value === '') blocks.push([]);
    else blocks.at(-1)?.push(value);
  }
  return blocks.flatMap(([id, ...rest]) =>
    id === undefined || rest.join() === '' || rest.join() === usualExtended[id]
      ? []
      : [`extended property ${id}: ${rest.join(', ')}`],
  );
}

/**
 * One record from the fields below its endpoint: hash, application id, store,
 * flags, then blocks of extended properties, each headed by a line without a
 * value. Cut off when it ends before the flags that every build prints.
 */
export function readRecord(
  endpoint: Endpoint,
  fields: readonly PrintedField[],
): { record: HttpSysRecord; cutOff: boolean; printedFlags: number } {
  const [hash = '', appId = '', store = '', ...rest] = fields.map((field) => field.value);
  const head = rest.findIndex((value, index) => value === '' && index >= fewestPrintedFlags);
  const printed = head < 0 ? rest : rest.slice(0, head);
  const thumbprint = parseThumbprint(spelledOut.exec(fields[0]?.line ?? '')?.[1] ?? hash);
  const { flags, unknownFlags } = flagsFromListing(printed);
  const extended = head < 0 ? [] : unusualExtended(rest.slice(head));
  const record: HttpSysRecord = {
    endpoint,
    thumbprint,
    thumbprintReadable: thumbprint !== null || /^\(null\)$/iu.test(hash),
    appId: readGuid(appId),
    store: isNull(store) ? null : storeName(store),
    flags,
    unknownFlags: [...unknownFlags, ...extended],
  };
  return { record, cutOff: printed.length < fewestPrintedFlags, printedFlags: printed.length };
}
