import { ownerOf } from '../../shared/httpsys/owners.ts';
import { shortThumbprint } from '../../shared/httpsys/thumbprint.ts';
import type { FactName, FactValue } from '../../shared/model/facts.ts';
import type { Result } from '../../shared/model/result.ts';
import { expectedCertificate, expectedSource } from '../../shared/rules/expected.ts';
import { servingOf, servingRecords } from '../../shared/rules/serving.ts';
import { siteAttempts } from '../../shared/rules/site-attempts.ts';
import { inStores, storeOf } from '../../shared/rules/store.ts';
import { listOf } from '../../shared/rules/words.ts';

const short = (thumbprint: string | null | undefined): string => (thumbprint ? shortThumbprint(thumbprint) : 'none');

/** One HTTPS endpoint of the agent's site, and what each source has for it, as name and words. */
export interface EndpointChain {
  label: string;
  links: [name: string, words: string][];
}

/**
 * The chain of each HTTPS endpoint of the agent's site: the wire, HTTP.SYS with
 * the store, and the certificate that is meant. None when the bindings or the
 * records are not known.
 */
export function endpointChains({ facts, target, startedAt }: Result): EndpointChain[] {
  const value = <N extends FactName>(name: N): FactValue<N> | undefined => {
    const fact = facts[name];
    return fact?.state === 'known' ? (fact.value as FactValue<N>) : undefined;
  };
  const context = { now: startedAt, fqdn: target.fqdn, addresses: target.addresses };
  const [config, live] = [value('iisConfig'), value('httpSysLive')];
  const [iisView, certificates, handshakes] = [value('iisView'), value('certificates'), value('handshakes')];
  if (!config || !live) return [];
  const attempts = handshakes ? siteAttempts(handshakes, config, context) : [];

  return servingOf(config, live, context).map((serving) => {
    const { site } = serving;
    const outcomes = attempts
      .filter((one) => one.site?.label === site.label)
      .map(({ attempt }) => (attempt.outcome === 'completed' ? short(attempt.thumbprint) : attempt.outcome));
    const records = servingRecords(serving).map((record) => {
      const { thumbprint } = record;
      const held = certificates && thumbprint && inStores(certificates, thumbprint).length > 0;
      const inStore = certificates ? `${held ? 'in' : 'not in'} store` : 'store not read';
      const owner = ownerOf(record).product ?? 'owner unknown';
      return `${short(thumbprint)} (${storeOf(record)}, ${owner}, ${inStore})`;
    });
    const from = { iisView, certificates };
    const expected = expectedCertificate(site, from, context);
    return {
      label: site.label,
      links: [
        ['wire', outcomes.length > 0 ? listOf(outcomes) : 'not known'],
        ['HTTP.SYS', records.length > 0 ? listOf(records) : 'no record that is known to serve it'],
        ['should be', expected ? `${short(expected.thumbprint)}, which ${expectedSource(expected)}` : 'not known'],
      ],
    };
  });
}
