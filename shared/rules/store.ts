import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Certificate, Certificates } from '../model/facts/tls.ts';
import { remember } from './remember.ts';

const byThumbprint = remember(({ items }: Certificates) => {
  const index = new Map<string, Certificate[]>();
  for (const certificate of items) {
    const found = index.get(certificate.thumbprint);
    if (found) found.push(certificate);
    else index.set(certificate.thumbprint, [certificate]);
  }
  return index;
});

/** The certificates of the machine's stores with this thumbprint: one for each store that holds it. */
export const inStores = (certificates: Certificates, thumbprint: string): readonly Certificate[] =>
  byThumbprint(certificates).get(thumbprint) ?? [];

/** Stores are named without regard to case: netsh prints what was given when the record was made. */
export const sameStore = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();

/** The store in which HTTP.SYS looks for a record's certificate: MY when it names none. */
export const storeOf = (record: HttpSysRecord): string => record.store ?? 'MY';

/** A record's certificate, from its own store when it is there, else from another. */
export function certificateOf(certificates: Certificates, record: HttpSysRecord): Certificate | undefined {
  if (record.thumbprint === null) return undefined;
  const found = inStores(certificates, record.thumbprint);
  return found.find(({ store }) => sameStore(store, storeOf(record))) ?? found[0];
}
