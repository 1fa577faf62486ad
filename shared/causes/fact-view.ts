import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { expectedCertificate, matchingCertificates, type Expected } from '../rules/expected.ts';
import { servingOf, servingRecords } from '../rules/serving.ts';
import type { CauseContext } from './cause-rule.ts';

/** One record that serves the agent's site, and the certificate that it should name. */
export interface ServingRecord {
  record: HttpSysRecord;
  expected: Expected | null;
}

/** The records that serve the HTTPS bindings of the agent's site; none when that is not known. */
export function servingRecordsOf(context: CauseContext): ServingRecord[] {
  const [iisConfig, live] = [context.fact('iisConfig'), context.fact('httpSysLive')];
  if (!iisConfig || !live) return [];
  const [iisView, certificates] = [context.fact('iisView'), context.fact('certificates')];
  const from = { ...(iisView && { iisView }), ...(certificates && { certificates }) };
  return servingOf(iisConfig, live, context).flatMap((serving) =>
    servingRecords(serving).map((record) => ({
      record,
      expected: expectedCertificate(serving.site, from, context),
    })),
  );
}

/** How many certificates could be bound: those of MY that fit this server; null when that is not known. */
export function candidateCount(context: CauseContext): number | null {
  const certificates = context.fact('certificates');
  return certificates && context.fqdn !== null ? matchingCertificates(certificates, context).length : null;
}
