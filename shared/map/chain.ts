import { formatEndpoint } from '../httpsys/endpoint.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { Result } from '../model/result.ts';
import { servingOf } from '../rules/serving.ts';
import { mapWords } from './words.ts';
import { day } from './day.ts';
import { chainFacts, valueOf, type ChainFacts } from './chain-facts.ts';
import { withFaults } from './faults.ts';
import { links, type MapLink } from './links.ts';
import { bindingNode, certificateNode, httpSysNode, requestNode, wireNode, type MapNode } from './nodes.ts';

/** How one HTTPS endpoint of the package server's site answers, from the request to the key. */
export interface Chain {
  label: string;
  site: string;
  nodes: MapNode[];
  links: MapLink[];
  /** The certificate that the endpoint should have, and who says so. */
  expected: { thumbprint: string; words: string } | null;
  /** Records that fit as well and lose to the one that serves. */
  beaten: string[];
}

/** One chain for each HTTPS endpoint; null when the sources that a chain begins with could not be read. */
export function chainsOf(result: Result): Chain[] | null {
  const config = valueOf(result.facts, 'iisConfig');
  const live = valueOf(result.facts, 'httpSysLive');
  if (config === undefined || live === undefined) return null;
  const { startedAt: now, target } = result;
  const context = { now, fqdn: target.fqdn, addresses: target.addresses };
  const drawings = servingOf(config, live, context).map((serving) => {
    const facts = chainFacts(serving, result, context);
    return { facts, nodes: draws.map((draw) => draw(facts)) };
  });
  const nodes = withFaults(drawings, result.findings);
  return drawings.map(({ facts }, index) => chainOf(facts, nodes[index] ?? []));
}

const draws = [requestNode, wireNode, httpSysNode, bindingNode, certificateNode];

function chainOf(facts: ChainFacts, nodes: MapNode[]): Chain {
  const { serving, siteName } = facts;
  const first = serving.meant[0]?.selection;
  return {
    label: serving.site.label,
    site: siteName,
    nodes,
    links: links(facts),
    expected: expectedOf(facts),
    beaten: first?.outcome === 'record' ? first.beaten.map(({ endpoint }) => formatEndpoint(endpoint)) : [],
  };
}

function expectedOf({ expected, certificate }: ChainFacts): Chain['expected'] {
  if (expected === null) return null;
  const about = certificate
    ? [certificate.subject, mapWords.expectedTo(day(certificate.notAfter)), mapWords.keys[certificate.privateKey]]
    : [];
  return {
    thumbprint: shortThumbprint(expected.thumbprint),
    words: [...about, mapWords.expectedBy[expected.source]].join(' · '),
  };
}
