import type { Finding, FindingId } from '../model/finding.ts';
import type { HandshakeAttempt } from '../model/facts/tls.ts';
import type { Result } from '../model/result.ts';
import { valueOf } from '../map/chain-facts.ts';

/** One check, before and after; absent where it was not asked. */
export interface FindingPair {
  id: FindingId;
  before: Finding | undefined;
  after: Finding | undefined;
}

/** The checks that changed, then the others that the proof rests on; and how many stayed as they were. */
export function compareFindings(
  before: Result,
  after: Result,
  provenBy: readonly FindingId[],
): { pairs: FindingPair[]; unchanged: number } {
  const ids = [...new Set([...before.findings, ...after.findings].map(({ id }) => id))];
  const all = ids.map((id) => ({ id, before: of(before, id), after: of(after, id) }));
  const pairs = all.filter(
    (pair) =>
      provenBy.includes(pair.id) ||
      pair.before?.status !== pair.after?.status ||
      pair.before?.summary !== pair.after?.summary,
  );
  const changed = ({ before: was, after: is }: FindingPair) => (was?.status === is?.status ? 1 : 0);
  return { pairs: pairs.sort((a, b) => changed(a) - changed(b)), unchanged: all.length - pairs.length };
}

const of = ({ findings }: Result, id: FindingId) => findings.find((finding) => finding.id === id);

/** One way to connect, before and after. */
export interface HandshakePair {
  client: HandshakeAttempt['client'];
  address: string;
  port: number;
  serverName: string | null;
  before: HandshakeAttempt | undefined;
  after: HandshakeAttempt | undefined;
}

/** The same connections side by side; those that changed first. */
export function compareHandshakes(before: Result, after: Result): HandshakePair[] {
  const pairs = new Map<string, HandshakePair>();
  for (const side of ['before', 'after'] as const) {
    for (const attempt of valueOf((side === 'before' ? before : after).facts, 'handshakes')?.attempts ?? []) {
      const { client, address, port, serverName, offered } = attempt;
      // It asks about one version of the protocol, and would take the place of the connection itself.
      if (offered !== undefined) continue;
      const key = JSON.stringify([client, address, port, serverName]);
      const pair = pairs.get(key) ?? { client, address, port, serverName, before: undefined, after: undefined };
      pairs.set(key, { ...pair, [side]: attempt });
    }
  }
  const changed = ({ before: a, after: b }: HandshakePair) =>
    a?.outcome !== b?.outcome || a?.thumbprint !== b?.thumbprint ? 0 : 1;
  return [...pairs.values()].sort((a, b) => changed(a) - changed(b));
}
