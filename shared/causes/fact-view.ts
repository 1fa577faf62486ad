import { ownerOf } from '../httpsys/owners.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Certificate } from '../model/facts/tls.ts';
import { expectedCertificate, matchingCertificates, type Expected } from '../rules/expected.ts';
import { servingOf, servingRecords } from '../rules/serving.ts';
import type { CauseContext } from './cause-rule.ts';

/** One record that serves the agent's site, and the certificate that it should name. */
export interface ServingRecord {
  record: HttpSysRecord;
  /** It comes before the binding's own record. */
  shadows: boolean;
  expected: Expected | null;
}

/** The records that serve the HTTPS bindings of the agent's site; none when that is not known. */
export function servingRecordsOf(context: CauseContext): ServingRecord[] {
  const [iisConfig, live] = [context.fact('iisConfig'), context.fact('httpSysLive')];
  if (!iisConfig || !live) return [];
  const [iisView, certificates] = [context.fact('iisView'), context.fact('certificates')];
  const from = { iisView, certificates };
  return servingOf(iisConfig, live, context).flatMap((serving) =>
    servingRecords(serving).map((record) => ({
      record,
      shadows: serving.own !== undefined && record !== serving.own,
      expected: expectedCertificate(serving.site, from, context),
    })),
  );
}

/** The record names another certificate than the site should have. */
export const differs = ({ record, expected }: ServingRecord): boolean =>
  record.thumbprint !== null && expected !== null && record.thumbprint !== expected.thumbprint;

/** Another program than IIS wrote the record, by its application id. */
export const isForeign = ({ record }: ServingRecord): boolean =>
  record.appId !== null && ['product', 'unknown'].includes(ownerOf(record).kind);

/** The certificates that could be bound: those of MY that fit this server; null when that is not known. */
export function candidatesOf(context: CauseContext): Certificate[] | null {
  const certificates = context.fact('certificates');
  return certificates && context.fqdn !== null ? matchingCertificates(certificates, context) : null;
}
