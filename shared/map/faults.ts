import type { Finding, FindingId } from '../model/finding.ts';
import type { ChainFacts } from './chain-facts.ts';
import { servedBy, type MapNode, type NodeId } from './nodes.ts';
import { mapWords } from './words.ts';

/** A check whose failure has words for the places that it is about. */
type Fault = keyof typeof mapWords.faults;

/** Whether a certificate can serve this server; how strong it is, is told apart. */
const ofCertificate: readonly Fault[] = ['cert.privateKey', 'cert.validity', 'cert.name', 'cert.usage', 'cert.chain'];

/** They hold for every endpoint, whatever its own facts look like. */
const ofServer: readonly Fault[] = ['tls.protocols', 'httpsys.ipListen', 'iis.site'];

/** The checks that are about exactly this place: while one of them fails, it is not sound. */
const about: Readonly<Record<NodeId, readonly Fault[]>> = {
  // Another site of the server may answer in place of one that is stopped; this product's own client takes any
  // certificate, and others refuse the handshake that completes with such a one.
  request: ['port.owner', 'iis.site', ...ofCertificate],
  wire: ['port.owner', 'tls.protocols', 'tls.handshake', 'tls.served', ...ofCertificate],
  httpSys: ['httpsys.ipListen', 'httpsys.record', 'cert.present', 'httpsys.drift', 'httpsys.shadow'],
  binding: ['iis.site', 'iis.enabledProtocols'],
  certificate: [...ofCertificate, 'cert.strength'],
};

interface Drawing {
  facts: ChainFacts;
  nodes: MapNode[];
}

/**
 * The places of all chains, none of them sound against a finding that fails. A
 * finding does not tell which endpoint it is about. Where one of the chains is
 * broken at that place by its own facts, that is the one; else it may be any.
 */
export function withFaults(drawings: readonly Drawing[], findings: readonly Finding[]): MapNode[][] {
  const failing = new Set<FindingId>(findings.filter(({ status }) => status === 'fail').map(({ id }) => id));
  const shown = new Set(drawings.flatMap(({ nodes }) => nodes.filter(isBroken).map(({ id }) => id)));
  return drawings.map(({ facts, nodes }) =>
    nodes.map((node) => {
      const faults = about[node.id].filter((id) => {
        if (!failing.has(id)) return false;
        if (id === 'port.owner') return facts.portTaken;
        if (ofServer.includes(id) && node.id !== 'binding') return true;
        if (isBroken(node)) return false;
        return ofCertificate.includes(id) ? !isUsable(node, facts) : !shown.has(node.id);
      });
      return faults.length === 0 ? node : broken(node, faults);
    }),
  );
}

const isBroken = ({ state }: MapNode): boolean => state === 'broken';

/** The place has a certificate that could serve this server: then what fails is another one's. */
const isUsable = ({ id }: MapNode, { usable, attempts }: ChainFacts): boolean =>
  usable !== null && (id === 'certificate' || servedBy(attempts ?? []).every((thumbprint) => thumbprint === usable));

/** The worst of a place's checks is opened with it, so the faults come first. */
const broken = (node: MapNode, faults: readonly Fault[]): MapNode => ({
  ...node,
  state: 'broken',
  more: [...faults.slice(0, 1).map((id) => mapWords.faults[id]), ...node.more],
  findings: [...new Set<FindingId>([...faults, ...node.findings])],
});
