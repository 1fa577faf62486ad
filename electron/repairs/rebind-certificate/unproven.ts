import { endpointKey, endpointsOfBinding } from '../../../shared/httpsys/endpoint.ts';
import type { Facts } from '../../../shared/model/facts.ts';
import type { Finding, FindingId } from '../../../shared/model/finding.ts';
import type { Result } from '../../../shared/model/result.ts';
import { rules } from '../../../shared/rules/catalogue.ts';
import { judgeAll } from '../../../shared/rules/frame.ts';
import { expectedCertificate } from '../../../shared/rules/expected.ts';
import { agentSiteId, siteEndpoints } from '../../../shared/rules/site-endpoints.ts';
import { valueOf } from '../../../shared/map/chain-facts.ts';
import { missingProof } from '../proof.ts';
import type { Target } from '../repair.ts';

/** The findings that prove the repair. */
export const provenBy = [
  'httpsys.record',
  'httpsys.drift',
  'cert.present',
  'tls.handshake',
  'tls.served',
] as const satisfies FindingId[];

/**
 * The facts with nothing but the repaired endpoint: another endpoint of the
 * site that is still broken neither proves nor disproves this repair. The
 * expected certificate is the one that was bound, whatever IIS still shows.
 */
function focused(facts: Facts, { endpoint, certificate }: Target): Facts {
  const focus = structuredClone(facts);
  if (endpoint === null) return focus;
  const isOn = (binding: Parameters<typeof endpointsOfBinding>[0]): boolean =>
    binding.protocol === 'http' ||
    endpointsOfBinding(binding).some((own) => endpointKey(own) === endpointKey(endpoint));
  for (const fact of [focus.iisConfig, focus.iisView]) {
    if (fact?.state !== 'known') continue;
    for (const site of fact.value.sites) {
      if (site.id === agentSiteId) site.bindings = site.bindings.filter(isOn) as typeof site.bindings;
    }
  }
  if (focus.iisView?.state === 'known') {
    const site = focus.iisView.value.sites.find(({ id }) => id === agentSiteId);
    for (const binding of site?.bindings ?? []) {
      if (binding.protocol === 'https') binding.certificate = certificate;
    }
  }
  if (focus.handshakes?.state === 'known') {
    focus.handshakes.value.attempts = focus.handshakes.value.attempts.filter(({ port }) => port === endpoint.port);
  }
  return focus;
}

function judged({ facts, startedAt, target: server }: Result, target: Target): Finding[] {
  const asked = rules.filter(({ id }) => (provenBy as readonly FindingId[]).includes(id));
  const { fqdn, addresses } = server;
  return judgeAll(focused(facts, target), asked, { now: startedAt, fqdn, addresses });
}

/** What clients ask of a certificate, whoever bound it. */
const ofCertificate: readonly FindingId[] = ['cert.name', 'cert.chain', 'cert.validity', 'cert.usage'];

/**
 * What clients find wrong with a certificate that a person chose in place of the
 * expected one. With the expected one such faults were there before the repair,
 * whether or not they could be seen, and are another cause's business.
 */
function wrongChoice({ endpoint, certificate }: Target, before: Result, after: Result): string[] {
  const { facts, startedAt: now, target } = before;
  const iisConfig = valueOf(facts, 'iisConfig');
  if (endpoint === null || iisConfig === undefined) return [];
  const site = siteEndpoints(iisConfig).get(endpointKey(endpoint));
  const from = { iisView: valueOf(facts, 'iisView'), certificates: valueOf(facts, 'certificates') };
  const context = { now, fqdn: target.fqdn, addresses: target.addresses };
  const expected = site && expectedCertificate(site, from, context);
  if (expected?.thumbprint === certificate) return [];
  const failing = ({ findings }: Result) =>
    findings.filter(({ id, status }) => ofCertificate.includes(id) && status === 'fail');
  const earlier = new Set(failing(before).map(({ id }) => id));
  return failing(after)
    .filter(({ id }) => !earlier.has(id))
    .map(({ id, summary }) => `${id}: ${summary}`);
}

/**
 * What of the proof is missing: a finding that fails or could not be judged, one
 * that warns and did not before, no handshake that served the certificate, or a
 * chosen certificate that clients refuse.
 */
export function unproven(target: Target, before: Result, after: Result): string[] {
  const missing = [
    ...missingProof(judged(before, target), judged(after, target)),
    ...wrongChoice(target, before, after),
  ];
  const { handshakes } = after.facts;
  const attempts = handshakes?.state === 'known' ? handshakes.value.attempts : [];
  const served = attempts.some(
    ({ outcome, port, thumbprint }) =>
      outcome === 'completed' && port === target.endpoint?.port && thumbprint === target.certificate,
  );
  return served ? missing : [...missing, 'tls.handshake: no handshake was served the certificate that was bound.'];
}
