import type { HandshakeAttempt } from '../model/facts/tls.ts';
import type { Result } from '../model/result.ts';
import { gotExpected } from '../rules/serves-expected.ts';
import { endpointOf } from '../rules/site-attempts.ts';
import { siteEndpoints } from '../rules/site-endpoints.ts';
import { distrusts } from '../rules/tls-self-access.ts';
import { valueOf } from './chain-facts.ts';
import type { Soundness } from './nodes.ts';

/** Whether one connection got what it should: sound only with the certificate that its endpoint should have. */
export function attemptState(attempt: HandshakeAttempt | undefined, { facts, target, startedAt }: Result): Soundness {
  if (attempt === undefined) return 'unknown';
  if (attempt.outcome !== 'completed' || distrusts(attempt)) return 'broken';
  const [config, iisView, certificates] = [
    valueOf(facts, 'iisConfig'),
    valueOf(facts, 'iisView'),
    valueOf(facts, 'certificates'),
  ];
  const site = config ? endpointOf(attempt, [...siteEndpoints(config).values()]) : null;
  const from = { iisView, certificates };
  const got = gotExpected(attempt, site, from, {
    now: startedAt,
    fqdn: target.fqdn,
    addresses: target.addresses,
  });
  return got === null ? 'unknown' : got ? 'sound' : 'broken';
}
