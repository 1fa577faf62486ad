import type { HttpSysRecords } from '../model/facts/httpsys.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import type { Certificate, Certificates } from '../model/facts/tls.ts';
import { expectedCertificate, type ExpectedFrom } from './expected.ts';
import type { JudgeContext } from './rule.ts';
import { servingOf, servingRecords, type Serving } from './serving.ts';
import { noHttpsBinding } from './site-endpoints.ts';
import { certificateOf, inStores } from './store.ts';

/** The facts that decide which certificates the checks of `cert.*` are about. */
export interface CertificateFacts extends ExpectedFrom {
  iisConfig: IisConfig;
  httpSysLive: HttpSysRecords;
  certificates: Certificates;
}

/** A certificate that a check looks at, and why this one. */
export interface Judged {
  certificate: Certificate;
  /** Such as `the record of 0.0.0.0:443 names it`. */
  why: string;
}

/**
 * The certificates behind the HTTPS endpoints of the agent's site, each once:
 * those of the records that serve, and, where a record's certificate is gone or
 * there is no record, the one that the endpoint should have.
 */
export function judgedCertificates(seen: CertificateFacts, context: JudgeContext): Judged[] {
  const judged = new Map<string, Judged>();
  for (const serving of servingOf(seen.iisConfig, seen.httpSysLive, context)) {
    for (const one of ofEndpoint(serving, seen, context)) {
      if (!judged.has(one.certificate.thumbprint)) judged.set(one.certificate.thumbprint, one);
    }
  }
  return [...judged.values()];
}

function ofEndpoint(serving: Serving, seen: CertificateFacts, context: JudgeContext): Judged[] {
  const { label } = serving.site;
  const named = servingRecords(serving).flatMap((record) => {
    const certificate = certificateOf(seen.certificates, record);
    return certificate ? [{ certificate, why: `HTTP.SYS serves it for ${label}` }] : [];
  });
  if (named.length > 0) return named;
  const expected = expectedCertificate(serving.site, seen, context);
  const [certificate] = expected ? inStores(seen.certificates, expected.thumbprint) : [];
  return certificate ? [{ certificate, why: `it is the one that ${label} should have` }] : [];
}

/** Why no certificate can be judged, or null when there is one: the question of `cert.*` does not arise. */
export function noCertificate(seen: CertificateFacts, context: JudgeContext): string | null {
  const noBinding = noHttpsBinding(seen.iisConfig);
  if (noBinding !== null) return noBinding;
  return judgedCertificates(seen, context).length > 0
    ? null
    : 'No certificate in a store of this machine is known to be served for this site, or meant for it.';
}
