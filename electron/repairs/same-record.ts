import { endpointKey } from '../../shared/httpsys/endpoint.ts';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';

/**
 * Where two records differ in what netsh can set, in words; empty when they do
 * not. Null stands for no record.
 */
export function settableDifferences(wanted: HttpSysRecord | null, seen: HttpSysRecord | null): string[] {
  if (wanted === null) return seen === null ? [] : ['there is a record where there should be none'];
  if (seen === null) return ['there is no record'];
  const differences: string[] = [];
  const compare = (what: string, expected: unknown, found: unknown) => {
    if (expected !== found) differences.push(`${what} is ${text(found)} instead of ${text(expected)}`);
  };
  compare('the endpoint', endpointKey(wanted.endpoint), endpointKey(seen.endpoint));
  compare('the certificate', wanted.thumbprint, seen.thumbprint);
  compare('the application id', wanted.appId, seen.appId);
  compare('the store', storeKey(wanted.store), storeKey(seen.store));
  for (const name of new Set([...Object.keys(wanted.flags), ...Object.keys(seen.flags)])) {
    compare(name, wanted.flags[name], seen.flags[name]);
  }
  return differences;
}

/** Where two records differ at all, what netsh cannot set included. */
export function recordDifferences(wanted: HttpSysRecord | null, seen: HttpSysRecord | null): string[] {
  const differences = settableDifferences(wanted, seen);
  const [before, now] = [wanted, seen].map((record) => record?.unknownFlags.toSorted().join(', ') ?? '');
  if (wanted !== null && seen !== null && before !== now) {
    differences.push(`what netsh cannot set is "${now}" instead of "${before}"`);
  }
  return differences;
}

/** Store names have no case in Windows. */
const storeKey = (store: string | null): string | null => store?.toUpperCase() ?? null;

const text = (value: unknown): string =>
  value === undefined || value === '' ? 'not set' : value === null ? '(null)' : String(value);
