import { bindingText } from '../rules/words.ts';
import { ownerOf } from '../httpsys/owners.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { FindingId } from '../model/finding.ts';
import type { HandshakeAttempt } from '../model/facts/tls.ts';
import { distrusts, judgeSelfAccess } from '../rules/tls-self-access.ts';
import { agentSiteId } from '../rules/site-endpoints.ts';
import { isPlain } from '../rules/site-attempts.ts';
import { storeOf } from '../rules/store.ts';
import { day } from './day.ts';
import { mapWords, outcomeWords } from './words.ts';
import { byOwnName, type ChainFacts } from './chain-facts.ts';

export type Soundness = 'sound' | 'broken' | 'unknown';
export const nodeIds = ['request', 'wire', 'httpSys', 'binding', 'certificate'] as const;
export type NodeId = (typeof nodeIds)[number];

/** One box: what a source said about one place of the chain. */
export interface MapNode {
  id: NodeId;
  title: string;
  state: Soundness;
  /** What it has, then up to two lines about it. */
  main: string;
  /** `main` is an endpoint or a thumbprint. */
  exact: boolean;
  more: string[];
  /** The checks that speak about this place; the worst of them is opened with it. */
  findings: FindingId[];
}

const node = (
  id: NodeId,
  state: Soundness,
  main: string,
  more: string[],
  findings: FindingId[],
  exact = false,
): MapNode => ({ id, title: mapWords[id], state, main, exact, more, findings });

export function requestNode(facts: ChainFacts): MapNode {
  const asked = byOwnName(facts);
  const answered = asked.find(({ http }) => http !== null);
  const findings: FindingId[] = ['tls.selfAccess', 'tls.handshake', 'port.owner'];
  if (answered?.http) {
    const whole = judgedSound(asked, facts);
    const why = whole ? [] : [whyUnsound(asked)];
    const main = mapWords.httpStatus(answered.http.status);
    return node('request', whole ? 'sound' : 'broken', main, [...why, mapWords.byName], findings);
  }
  if (asked.length === 0) return node('request', 'unknown', mapWords.notKnown, [mapWords.byName], findings);
  // Of some endpoints only the handshake is tried; Schannel always asks for a page.
  const reached = asked.some(({ outcome }) => outcome === 'completed');
  const requested = asked.some(({ client }) => client === 'schannel');
  return node('request', reached && !requested ? 'unknown' : 'broken', mapWords.noAnswer, [mapWords.byName], findings);
}

/** What the check says of this endpoint's own requests, for its finding tells of all endpoints together. */
const judgedSound = (attempts: HandshakeAttempt[], { fqdn }: ChainFacts): boolean =>
  ['pass', 'info'].includes(judgeSelfAccess({ attempts }, { fqdn }).status);

function whyUnsound(attempts: readonly HandshakeAttempt[]): string {
  if (attempts.some(distrusts)) return mapWords.notTrusted;
  return attempts.some(({ http }) => http !== null && http.status >= 500)
    ? mapWords.serverError
    : mapWords.halfAnswered;
}

/** As tls.handshake counts them: a client that offers one version of the protocol alone may well be refused. */
export function wireNode({ attempts: all, expected, unnamed }: ChainFacts): MapNode {
  const attempts = all?.filter(isPlain);
  const findings: FindingId[] = ['tls.handshake', 'tls.served'];
  if (attempts === undefined || attempts.length === 0) return node('wire', 'unknown', mapWords.notKnown, [], findings);
  const completed = attempts.filter(({ outcome }) => outcome === 'completed');
  const failed = attempts.find(({ outcome }) => outcome !== 'completed');
  const served = servedBy(attempts);
  const whole = completed.length === attempts.length && served.length === 1;
  const state: Soundness =
    !whole || (expected !== null && served[0] !== expected.thumbprint)
      ? 'broken'
      : expected === null
        ? 'unknown'
        : 'sound';
  const main = completed.length === 0 ? outcomeWords[failed!.outcome] : served.map(shortThumbprint).join(' ');
  const counted = completed.length === 0 ? attempts.length : completed.length;
  const protocols = [...new Set(completed.flatMap(({ protocol }) => protocol ?? []))];
  return node(
    'wire',
    state,
    main,
    [
      mapWords.handshakes(counted, attempts.length),
      ...protocols.slice(0, 1),
      ...(unnamed === null ? [] : [mapWords.unnamed(outcomeWords[unnamed])]),
    ],
    findings,
    completed.length > 0,
  );
}

/** The certificates that the completed handshakes were served, each once. */
export const servedBy = (attempts: readonly HandshakeAttempt[]): string[] => [
  ...new Set(attempts.flatMap(({ thumbprint }) => thumbprint ?? [])),
];

export function httpSysNode({ record, recordCertificate, registryDiffers, expected, serving }: ChainFacts): MapNode {
  const findings: FindingId[] = ['httpsys.record', 'cert.present', 'httpsys.drift', 'httpsys.shadow', 'httpsys.owner'];
  const drift = registryDiffers ? [mapWords.registryDiffers] : [];
  if (record === null) return node('httpSys', 'broken', mapWords.noRecord, [serving.site.label, ...drift], findings);
  const { kind, product } = ownerOf(record);
  const owner =
    product !== null ? mapWords.probably(product) : kind === 'zeros' ? mapWords.noOwner : mapWords.ownerUnknown;
  if (record.endpoint.kind === 'ccs') return node('httpSys', 'unknown', 'CCS', [owner], findings);
  if (record.thumbprint === null) {
    const main = record.thumbprintReadable ? mapWords.noHash : mapWords.hashMasked;
    return node('httpSys', record.thumbprintReadable ? 'broken' : 'unknown', main, [owner, ...drift], findings);
  }
  const other = expected !== null && expected.thumbprint !== record.thumbprint;
  const state = other || recordCertificate === null ? 'broken' : recordCertificate === undefined ? 'unknown' : 'sound';
  return node(
    'httpSys',
    drift.length > 0 ? 'broken' : state,
    shortThumbprint(record.thumbprint),
    [...drift, mapWords.store(storeOf(record)), owner],
    findings,
    true,
  );
}

export function bindingNode({ serving, siteName, siteState }: ChainFacts): MapNode {
  const [binding] = serving.site.bindings;
  const state: Soundness = siteState === undefined ? 'unknown' : siteState === 'Started' ? 'sound' : 'broken';
  return node(
    'binding',
    state,
    `https ${binding ? bindingText(binding) : ''}`,
    [siteName, mapWords.siteState(agentSiteId, siteState ?? null)],
    ['iis.site', 'iis.httpsBinding'],
    true,
  );
}

export function certificateNode({ certificate, expected, record, now }: ChainFacts): MapNode {
  const findings: FindingId[] = ['cert.present', 'cert.privateKey', 'cert.validity', 'cert.name'];
  const meant = expected?.thumbprint ?? record?.thumbprint ?? null;
  const main = meant === null ? mapWords.notKnown : shortThumbprint(meant);
  if (certificate === undefined || meant === null)
    return node('certificate', 'unknown', main, [], findings, meant !== null);
  if (certificate === null) return node('certificate', 'broken', main, [mapWords.inNoStore], findings, true);
  const { store, privateKey, notBefore, notAfter } = certificate;
  const early = Date.parse(now) < Date.parse(notBefore);
  const late = Date.parse(now) > Date.parse(notAfter);
  const dates = early
    ? mapWords.notYet(day(notBefore))
    : late
      ? mapWords.expired(day(notAfter))
      : mapWords.validTo(day(notAfter));
  const keyless = privateKey === 'missing' || privateKey === 'unusable';
  const state: Soundness = early || late || keyless ? 'broken' : privateKey === 'usable' ? 'sound' : 'unknown';
  return node(
    'certificate',
    state,
    main,
    [`${mapWords.inStore(store)}, ${mapWords.keys[privateKey]}`, dates],
    findings,
    true,
  );
}
