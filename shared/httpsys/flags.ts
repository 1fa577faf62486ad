import type { HttpSysRecord } from '../model/facts/httpsys.ts';

/** What a record says beside endpoint, hash, application id and store: see `HttpSysRecord`. */
export type RecordFlags = Pick<HttpSysRecord, 'flags' | 'unknownFlags'>;

/** Bits of the registry's `DefaultFlags` that netsh has a parameter for; others cannot be put back. */
const flagBits: ReadonlyMap<number, string> = new Map([
  [0x1, 'dsmapperusage'],
  [0x2, 'clientcertnegotiation'],
  [0x8, 'reject'],
  [0x10, 'disablehttp2'],
  [0x20, 'disablequic'],
  [0x40, 'disabletls13'],
  [0x80, 'disableocspstapling'],
  [0x100, 'enabletokenbinding'],
  [0x200, 'logextendedevents'],
  [0x400, 'disablelegacytls'],
  [0x800, 'enablesessionticket'],
  [0x1000, 'disabletls12'],
  [0x4000, 'disablesessionid'],
]);

const freshnessBit = 0x4;
const checkModeBits: ReadonlyMap<number, [name: string, value: boolean]> = new Map([
  [0x1, ['verifyclientcertrevocation', false]],
  [0x2, ['verifyrevocationwithcachedclientcertonly', true]],
  [0x10000, ['usagecheck', false]],
]);

/** The bits that are set, the lowest first. */
function bitsOf(value: number): number[] {
  const bits: number[] = [];
  for (let rest = value; rest !== 0; rest &= rest - 1) bits.push((rest & -rest) >>> 0);
  return bits;
}

const hex = (bit: number): string => `0x${bit.toString(16).toUpperCase()}`;

/** A record's values under `HTTP\Parameters\Ssl…BindingInfo`; absent numbers are 0, absent texts null. */
export interface RegistryFlags {
  defaultFlags: number;
  checkMode: number;
  freshnessTime: number;
  urlTimeout: number;
  ctlIdentifier: string | null;
  ctlStoreName: string | null;
}

/**
 * Flags from the registry form. A freshness time counts only together with its
 * bit in the check mode; one without the other, and every bit without a netsh
 * parameter, is not restorable.
 */
export function flagsFromRegistry(values: RegistryFlags): RecordFlags {
  const flags: RecordFlags['flags'] = {};
  const unknownFlags: string[] = [];
  for (const bit of bitsOf(values.checkMode)) {
    const known = checkModeBits.get(bit);
    if (known !== undefined) flags[known[0]] = known[1];
    else if (bit !== freshnessBit) unknownFlags.push(`DefaultSslCertCheckMode ${hex(bit)}`);
  }
  const freshness = (values.checkMode & freshnessBit) !== 0;
  if (values.freshnessTime > 0) flags['revocationfreshnesstime'] = values.freshnessTime;
  if (freshness !== values.freshnessTime > 0) unknownFlags.push('revocation freshness: bit and time disagree');
  if (values.urlTimeout > 0) flags['urlretrievaltimeout'] = values.urlTimeout;
  if (values.ctlIdentifier) flags['sslctlidentifier'] = values.ctlIdentifier;
  if (values.ctlStoreName) flags['sslctlstorename'] = values.ctlStoreName;
  for (const bit of bitsOf(values.defaultFlags)) {
    const name = flagBits.get(bit);
    if (name !== undefined) flags[name] = true;
    else unknownFlags.push(`DefaultFlags ${hex(bit)}`);
  }
  return { flags, unknownFlags };
}
