import { iisApplicationId } from '../../../shared/httpsys/owners.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { IisBinding } from '../../../shared/model/facts/iis.ts';
import type { Certificate } from '../../../shared/model/facts/tls.ts';

/** What IIS's `sslFlags` are called in HTTP.SYS (MS: iis-docs, bindings/binding). */
const bindingFlags: readonly (readonly [bit: number, parameter: string])[] = [
  [4, 'disablehttp2'],
  [8, 'disableocspstapling'],
  [16, 'disablequic'],
  [32, 'disabletls13'],
  [64, 'disablelegacytls'],
];

/** A new record as IIS itself would write it for this binding. */
function newRecord(endpoint: Endpoint, binding: IisBinding | undefined): HttpSysRecord {
  const set = bindingFlags.filter(([bit]) => ((binding?.sslFlags ?? 0) & bit) !== 0);
  return {
    endpoint,
    thumbprint: null,
    thumbprintReadable: true,
    appId: iisApplicationId,
    store: null,
    flags: Object.fromEntries(set.map(([, parameter]) => [parameter, true])),
    unknownFlags: [],
  };
}

/**
 * The record after the repair: the old one with another certificate, so that
 * application id and every flag stay (repairs.md, rule 4); a new one gets IIS's
 * id. A record without a store means MY and keeps none.
 */
export function plannedRecord(
  old: HttpSysRecord | null,
  certificate: Certificate,
  endpoint: Endpoint,
  binding: IisBinding | undefined,
): HttpSysRecord {
  const base = old ?? newRecord(endpoint, binding);
  const { thumbprint, store } = certificate;
  const staysUnnamed = old !== null && old.store === null && endpoint.kind === 'ip' && store.toUpperCase() === 'MY';
  const sameStore = old?.store?.toUpperCase() === store.toUpperCase();
  return {
    ...base,
    thumbprint,
    thumbprintReadable: true,
    store: staysUnnamed ? null : sameStore ? base.store : store,
  };
}
