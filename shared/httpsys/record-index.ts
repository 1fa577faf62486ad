import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { endpointKey } from './endpoint.ts';

const indexes = new WeakMap<readonly HttpSysRecord[], ReadonlyMap<string, HttpSysRecord>>();

/** Records by `endpointKey`, made once for each array; the array must not change afterwards. */
export function recordsByEndpoint(records: readonly HttpSysRecord[]): ReadonlyMap<string, HttpSysRecord> {
  let index = indexes.get(records);
  if (index === undefined) {
    index = new Map(records.map((record) => [endpointKey(record.endpoint), record]));
    indexes.set(records, index);
  }
  return index;
}
