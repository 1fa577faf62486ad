import type { Endpoint } from '../model/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { fewestPrintedFlags, flagsFromListing } from '../httpsys/listing-flags.ts';
import { parseThumbprint } from '../httpsys/thumbprint.ts';
import type { PrintedField } from './netsh-fields.ts';
import { readGuid, storeName } from './values.ts';

/** Values of the extended properties in every listing that was found: taken as the defaults. */
const usualExtended: Readonly<Record<string, string>> = { '0': '1048576', '1': '2796202,4294967295' };

const isNull = (text: string): boolean => text === '' || /^\(null\)$/iu.test(text);

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
): { record: HttpSysRecord; cutOff: boolean } {
  const [hash = '', appId = '', store = '', ...rest] = fields.map((field) => field.value);
  const head = rest.findIndex((value, index) => value === '' && index >= fewestPrintedFlags);
  const printed = head < 0 ? rest : rest.slice(0, head);
  const thumbprint = parseThumbprint(hash);
  const { flags, unknownFlags } = flagsFromListing(printed);
  const extended = head < 0 ? [] : unusualExtended(rest.slice(head));
  const record: HttpSysRecord = {
    endpoint,
    thumbprint,
    thumbprintReadable: thumbprint !== null || isNull(hash),
    appId: readGuid(appId),
    store: isNull(store) ? null : storeName(store),
    flags,
    unknownFlags: [...unknownFlags, ...extended],
  };
  return { record, cutOff: printed.length < fewestPrintedFlags };
}
