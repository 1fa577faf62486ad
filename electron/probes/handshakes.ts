import { known, unknown } from '../../shared/model/fact.ts';
import type { HandshakeAttempt } from '../../shared/model/facts/tls.ts';
import type { Host, TlsAnswer } from '../host/host.ts';
import { planHandshakes, type PlannedHandshake } from './handshake-plan.ts';
import { inParallel } from './in-parallel.ts';
import { askSelfAccess } from './self-access.ts';
import type { Probe, ProbeContext } from './probe.ts';
import { thumbprintOf } from './thumbprint.ts';

const attemptTimeoutMs = 5_000;
const atOnce = 8;
const agentSiteId = 1;

function connect(host: Host, signal: AbortSignal, planned: PlannedHandshake): Promise<TlsAnswer> {
  const { address, port, serverName, http, version } = planned;
  const name = `tls.${address}.${port}.${serverName ?? 'no-sni'}`;
  return host.connectTls({
    name: version === undefined ? name : `${name}.${version}`,
    address,
    port,
    serverName,
    timeoutMs: attemptTimeoutMs,
    signal,
    ...(version === undefined ? {} : { version }),
    ...(http && serverName !== null ? { http: { path: '/', host: serverName } } : {}),
  });
}

function attemptOf(answer: TlsAnswer, { version }: PlannedHandshake): HandshakeAttempt[] {
  const { outcome, address, port, serverName, protocol, http } = answer;
  if (outcome === 'cancelled' || outcome === 'notRecorded') return [];
  const chain = answer.chain.map(thumbprintOf);
  const thumbprint = chain[0] ?? null;
  const pinned = version === undefined ? {} : { offered: version };
  return [{ client: 'node', address, port, serverName, ...pinned, outcome, protocol, thumbprint, chain, http }];
}

/** Bindings and records say what to try; while they are unknown, 443 is still asked. */
async function plan(host: Host, context: ProbeContext): Promise<PlannedHandshake[]> {
  const [described, config, records] = await Promise.all([
    host.describe(),
    context.fact('iisConfig'),
    context.fact('httpSysLive'),
  ]);
  const sites = config.state === 'known' ? config.value.sites : [];
  return planHandshakes(
    described.fqdn,
    described.addresses,
    sites.find((site) => site.id === agentSiteId)?.bindings ?? [],
    records.state === 'known' ? records.value.records : [],
  );
}

export const handshakesProbe: Probe<'handshakes'> = {
  fact: 'handshakes',
  title: 'TLS handshakes with this server',
  timeoutMs: 90_000,
  async ask(host, context) {
    const planned = await plan(host, context);
    const answers = await inParallel(planned, atOnce, (each) => connect(host, context.signal, each));
    const schannel = await askSelfAccess(host, context);
    const evidence = [
      ...answers.map((answer) => answer.name),
      ...(schannel.state === 'known' ? schannel.evidence : []),
    ];
    if (context.signal.aborted) return unknown('cancelled', 'The handshakes were cancelled.', evidence);
    const own = answers.flatMap((answer, index) => attemptOf(answer, planned[index]!));
    const attempts = [...own, ...(schannel.state === 'known' ? schannel.value : [])];
    if (attempts.length > 0) return known({ attempts }, evidence);
    return unknown('notRecorded', 'The recording holds no handshake.', evidence);
  },
};
