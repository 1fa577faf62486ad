import type { HandshakeAttempt } from '../model/facts/tls.ts';
import type { FactValue } from '../model/facts.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { expectedCertificate, type ExpectedFrom } from './expected.ts';
import type { JudgeContext } from './rule.ts';
import { siteAttempts } from './site-attempts.ts';
import type { SiteEndpoint } from './site-endpoints.ts';

/**
 * Whether a handshake got the certificate that its endpoint should have. Null
 * where one of the two is not known: that is no proof.
 */
export function gotExpected(
  { outcome, thumbprint }: HandshakeAttempt,
  site: SiteEndpoint | null,
  from: ExpectedFrom,
  context: JudgeContext,
): boolean | null {
  if (outcome !== 'completed') return false;
  const expected = site === null ? null : expectedCertificate(site, from, context);
  return expected === null || thumbprint === null ? null : thumbprint === expected.thumbprint;
}

/** What tells whether the site serves now what it should. */
export interface ServingNow extends ExpectedFrom {
  iisConfig?: IisConfig;
  handshakes?: FactValue<'handshakes'>;
}

/** Whether every handshake with an HTTPS endpoint of the site completes with the certificate that it should have. */
export function servesExpected({ iisConfig, handshakes, ...from }: ServingNow, context: JudgeContext): boolean {
  if (!iisConfig || !handshakes) return false;
  const tried = siteAttempts(handshakes, iisConfig, context).filter(({ site }) => site !== null);
  return tried.length > 0 && tried.every(({ attempt, site }) => gotExpected(attempt, site, from, context) === true);
}
