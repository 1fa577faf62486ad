import { formatEndpoint } from '../../shared/httpsys/endpoint.ts';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';
import type { Certificate } from '../../shared/model/facts/tls.ts';

/** What only the registry says of a record: a listing of some builds does not print every flag. */
export function hiddenIn(registry: HttpSysRecord | null, live: HttpSysRecord): string[] {
  if (registry === null) return [];
  const flags = Object.keys(registry.flags).filter((name) => live.flags[name] === undefined);
  return [...flags, ...registry.unknownFlags].map((flag) => `the registry holds ${flag}, which netsh does not show`);
}

/**
 * Why a record could not be written again by what it names, or null: netsh
 * writes none whose certificate or key is not there (1312).
 */
export function whyUnwritable(
  { thumbprint, store, endpoint }: HttpSysRecord,
  certificates: readonly Certificate[],
): string | null {
  if (endpoint.kind === 'ccs') return null;
  const named = certificates.find(
    (own) => own.thumbprint === thumbprint && own.store.toUpperCase() === (store ?? 'MY').toUpperCase(),
  );
  if (named !== undefined && named.privateKey !== 'missing' && named.privateKey !== 'unusable') return null;
  const certificate =
    thumbprint === null
      ? 'no certificate that could be read'
      : `certificate ${thumbprint} of store ${store ?? '(null)'}`;
  const problem =
    thumbprint === null
      ? ''
      : named === undefined
        ? ', which is not there'
        : ', which has no private key that can be used';
  return `The old record of ${formatEndpoint(endpoint)} names ${certificate}${problem}: Windows would refuse to write it again (error 1312).`;
}
