import { ownerOf } from '../httpsys/owners.ts';
import { valueOf } from '../map/chain-facts.ts';
import type { Facts } from '../model/facts.ts';
import type { Certificate } from '../model/facts/tls.ts';
import { expectedCertificate } from '../rules/expected.ts';
import { servingOf, servingRecords } from '../rules/serving.ts';
import { inStores } from '../rules/store.ts';
import type { LeanResult } from './lean.ts';
import type { FleetServer, ServerState } from './server.ts';

/** Where a result was read. */
export interface Source {
  file: string;
  kind: FleetServer['kind'];
  /** ISO-8601 UTC. */
  fileTime: string;
}

/** The names that redaction puts in the place of others; they are the same in every redacted result. */
const redacted = /\.domain-\d+\.invalid$/iu;

/** What a fleet's list keeps of a result. */
export function summarise(result: LeanResult, state: ServerState, source: Source): FleetServer {
  const { target, startedAt, durationMs, product, facts, findings, causes } = result;
  const name = target.fqdn ?? '';
  const named = name !== '' && !redacted.test(name);
  const windows = valueOf(facts, 'windows');
  const withStatus = (status: string) => findings.filter((each) => each.status === status).map(({ id }) => id);
  return {
    server: named ? name : source.file.replace(/\.(?:json|zip)$/iu, ''),
    named,
    ...source,
    at: startedAt,
    // Of evidence it is the time that judging took here.
    durationMs: source.kind === 'bundle' ? 0 : durationMs,
    clock: 'server',
    placedAt: startedAt,
    daysBehind: null,
    clockNote: null,
    state,
    causes: causes.map(({ id, title, likelihood }) => ({ id, title, likelihood })),
    versions: {
      product: product.version,
      agent: valueOf(facts, 'agent')?.version ?? null,
      windows: windows?.build ?? null,
    },
    findings: { fail: withStatus('fail'), warn: withStatus('warn'), notRun: withStatus('notRun') },
    ...servedOf(facts, result),
    missingFeatures: valueOf(facts, 'agentLog')?.missingFeatures ?? [],
    repair: null,
    before: null,
  };
}

/** The record that serves the agent's site, and the certificate that should be served there. */
function servedOf(facts: Facts, { target, startedAt: now }: LeanResult) {
  const [config, live] = [valueOf(facts, 'iisConfig'), valueOf(facts, 'httpSysLive')];
  const nothing = { owner: null, bound: null, certificate: null };
  if (config === undefined || live === undefined) return nothing;
  const context = { now, fqdn: target.fqdn, addresses: target.addresses };
  const [iisView, certificates] = [valueOf(facts, 'iisView'), valueOf(facts, 'certificates')];
  const from = { iisView, certificates };
  const servings = servingOf(config, live, context);
  const record = servings.flatMap(servingRecords)[0];
  const thumbprints = servings.flatMap((serving) => {
    const meant = expectedCertificate(serving.site, from, context)?.thumbprint ?? record?.thumbprint;
    return meant ? [meant] : [];
  });
  const held = thumbprints.flatMap((thumbprint) => (certificates ? inStores(certificates, thumbprint) : []));
  return {
    owner: record === undefined ? null : { ...ownerOf(record), appId: record.appId },
    bound: record?.thumbprint ?? null,
    certificate: certificateOf(held.sort((a, b) => Date.parse(a.notAfter) - Date.parse(b.notAfter))[0]),
  };
}

/** Of several endpoints the certificate that ends first. */
function certificateOf(held: Certificate | undefined): FleetServer['certificate'] {
  if (held === undefined) return null;
  const { thumbprint, subject, issuer, notAfter } = held;
  return { thumbprint, subject, issuer, notAfter };
}
