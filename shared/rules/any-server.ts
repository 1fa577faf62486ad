import fc from 'fast-check';
import type { Certificate } from '../model/facts/tls.ts';
import {
  allHandshakes,
  attempt,
  binding,
  certificate,
  context,
  httpEvent,
  logLine,
  makeStale,
  record,
  soundServer,
  thumbprint,
  type SoundServer,
} from './sample-server.ts';

const B = thumbprint('B');
const servers: ((server: SoundServer) => void)[] = [
  () => undefined,
  makeStale,
  (server) => void (server.httpSysLive.records = []),
  (server) => void (server.iisConfig.sites[0]!.id = 7),
  (server) => void (server.iisView.sites[0]!.state = 'Stopped'),
  (server) => server.iisConfig.sites[0]!.bindings.push(binding({ host: 'alias.corp.example', sslFlags: 1 })),
  (server) => server.httpSysLive.records.push(record('10.20.30.7:443', { thumbprint: B })),
  (server) => server.httpSysLive.records.push(record('*.corp.example:443', { thumbprint: B })),
  (server) => server.certificates.items.push(certificate({ thumbprint: B, notAfter: '2026-01-01T00:00:00.000Z' })),
  (server) => allHandshakes(server, { thumbprint: B }),
  (server) => server.handshakes.attempts.push(attempt({ serverName: 'alias.corp.example', outcome: 'reset' })),
  (server) => void (server.webService.startMode = 'Demand'),
  (server) => void (server.agentLog.matches = [logLine('selfAccessHttps')]),
  (server) => (makeStale(server), void (server.agentLog.matches = [logLine('selfAccess')])),
  (server) => void server.agentLog.matches.push(logLine('featuresMissing', context.now)),
  (server) => (void (server.agentLog.matches = []), void (server.iisFeatures.components = { LegacySnapin: false })),
  (server) => void (server.windows.build = 26100),
  (server) => void (server.notificationServer.serviceState = 'Running'),
  (server) => void (server.agent.notificationServer = context.fqdn),
  (server) => void (server.iisConfig.applications = []),
  (server) => void server.iisConfig.legacyMetabase.push({ path: 'LM/W3SVC/1', id: 5506, thumbprint: B, text: null }),
  (server) => void (server.listeners = []),
  (server) => void (server.ipListen.addresses = ['127.0.0.1']),
  (server) => void server.events.push(httpEvent(15300, context.now)),
  (server) => void (server.schannel.protocols = { 'TLS 1.2': 'off' }),
  (server) => void (server.service.state = 'Stopped'),
  (server) => void (server.certificates.items[0]!.chain = 'untrusted'),
];
/** The sound server, or one with a fault; made anew each time. */
export const anyServer = fc.constantFrom(...servers).map((change) => {
  const server = soundServer();
  change(server);
  return server;
});

const join = <T>(list: T[], extra: T, first: boolean): void => void (first ? list.unshift(extra) : list.push(extra));
const unrelatedRecord = fc.oneof(
  fc.integer({ min: 1024, max: 65535 }).map((port) => record(`0.0.0.0:${port}`, { thumbprint: B })),
  fc
    .stringMatching(/^[a-z]{3,8}\.elsewhere\.example$/)
    .map((name) => record(`${name}:443`, { thumbprint: B, appId: 'f00' })),
  fc.constant(record('192.0.2.1:443', { thumbprint: B })),
  fc.constant(record('8443', { thumbprint: null, store: null })),
);
/** Adds something to a server that has nothing to do with its site, at the beginning or at the end. */
export const unrelated: fc.Arbitrary<(server: SoundServer, first: boolean) => void> = fc.oneof(
  unrelatedRecord.map((added) => (server: SoundServer, first: boolean) => {
    join(server.httpSysLive.records, added, first);
    join(server.httpSysRegistry.records, added, first);
  }),
  fc
    .tuple(fc.integer({ min: 30, max: 99 }), fc.integer({ min: 1024, max: 65535 }))
    .map(([id, port]) => (server: SoundServer, first: boolean) => {
      const { sites, applications, legacyMetabase } = server.iisConfig;
      const added = {
        id,
        name: `Site ${id}`,
        bindings: [binding({ port }), binding({ host: `${id}.example`, sslFlags: 1 })],
      };
      join(sites, { ...added, autoStart: false, enabledProtocols: [] }, first);
      join(applications, { siteId: id, path: '/', pool: 'Gone', virtualDirectories: [] }, first);
      join(legacyMetabase, { path: `LM/W3SVC/${id}`, id: 5506, thumbprint: B, text: null }, first);
      join(server.listeners, { address: '0.0.0.0', port, pid: 77, owner: 'other.exe' }, first);
      join(server.events, httpEvent(15300, context.now, `0.0.0.0:${port}`), first);
      const shown = added.bindings.map((each) => ({ ...each, certificate: B, store: 'MY' }));
      join(server.iisView.sites, { ...added, state: 'Stopped', bindings: shown }, first);
    }),
  fc
    .constantFrom<Partial<Certificate>>(
      { dns: ['elsewhere.example'], privateKey: 'missing' },
      { notAfter: '2026-01-01T00:00:00.000Z' },
      { eku: ['1.3.6.1.5.5.7.3.2'], chain: 'untrusted' },
    )
    .map((change) => (server: SoundServer, first: boolean) => {
      join(server.certificates.items, certificate({ thumbprint: thumbprint('D'), ...change }), first);
    }),
);
