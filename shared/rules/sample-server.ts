import { known } from '../model/fact.ts';
import type { FactName, Facts, FactValue } from '../model/facts.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { IisBinding, IisViewBinding } from '../model/facts/iis.ts';
import type { Certificate, HandshakeAttempt } from '../model/facts/tls.ts';
import { iisApplicationId } from '../httpsys/owners.ts';
import { parseEndpoint } from '../httpsys/endpoint.ts';
import type { AgentLogMessage } from '../parsers/agent-log/messages.ts';
import type { AgentLogLine } from './agent-messages.ts';
import { requiredFeatures } from './required-features.ts';
import type { JudgeContext } from './rule.ts';
import type { SystemEvent } from './system-events.ts';

// A package server for the tests of rules and causes, sound in every link; a test changes what it is about.

export const context: JudgeContext = {
  now: '2026-03-01T10:00:00.000Z',
  fqdn: 'ps07.corp.example',
  addresses: ['127.0.0.1', '10.20.30.7', '::1'],
};

export const thumbprint = (digit: string): string => digit.repeat(40);

export const binding = (change: Partial<IisBinding> = {}): IisBinding => ({
  protocol: 'https',
  address: '*',
  port: 443,
  host: '',
  sslFlags: 0,
  ...change,
});

export const record = (endpoint: string, change: Partial<HttpSysRecord> = {}): HttpSysRecord => ({
  endpoint: parseEndpoint(endpoint)!,
  thumbprint: thumbprint('A'),
  thumbprintReadable: true,
  appId: iisApplicationId,
  store: 'MY',
  flags: {},
  unknownFlags: [],
  ...change,
});

export const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  store: 'MY',
  thumbprint: thumbprint('A'),
  subject: 'CN=ps07.corp.example',
  issuer: 'CN=Corp CA',
  notBefore: '2025-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  dns: ['ps07.corp.example'],
  ips: [],
  eku: ['1.3.6.1.5.5.7.3.1'],
  keyAlgorithm: 'EC',
  keyBits: 256,
  signatureHash: 'SHA-256',
  privateKey: 'usable',
  chain: 'trusted',
  chainDetail: '',
  ...change,
});

export const attempt = (change: Partial<HandshakeAttempt> = {}): HandshakeAttempt => ({
  client: 'node',
  address: '127.0.0.1',
  port: 443,
  serverName: null,
  outcome: 'completed',
  protocol: 'TLSv1.3',
  thumbprint: thumbprint('A'),
  chain: [thumbprint('A')],
  http: null,
  ...change,
});

/** The request to the own name, by both clients. */
const selfAccess = (): HandshakeAttempt[] =>
  (['node', 'schannel'] as const).map((client) =>
    attempt({
      client,
      address: '10.20.30.7',
      serverName: 'ps07.corp.example',
      http: { status: 200, path: '/' },
      ...(client === 'schannel' && { trustErrors: [] }),
    }),
  );

const shown = (change: Partial<IisViewBinding> = {}): IisViewBinding => ({
  ...binding(),
  certificate: thumbprint('A'),
  store: 'MY',
  ...change,
});

export type Values = { [N in FactName]?: FactValue<N> };

/** Every fact that a check reads. */
export type SoundServer = Required<Omit<Values, 'urlReservations'>>;

const service = (name: string): FactValue<'service'> => ({
  name,
  state: 'Running',
  pid: 3176,
  startMode: 'Auto',
  dependents: [],
});

/** A line of the agent's log with one of its known messages. */
export const logLine = (message: AgentLogMessage, at = '2026-02-20T08:00:00.000Z'): AgentLogLine => ({
  message,
  at,
  severity: 4,
  file: 'agent.log',
  line: 7,
  text: `${message}, as logged`,
});

/** An event of HTTP.SYS in the System log. */
export const httpEvent = (id: number, at: string, endpoint: string | null = '0.0.0.0:443'): SystemEvent => ({
  provider: 'Microsoft-Windows-HttpEvent',
  id,
  at,
  endpoint,
  text: null,
});

/** The values of a sound server, made anew for each test so that it may change them. */
export const soundServer = (): SoundServer => ({
  elevation: { elevated: true, localSystem: false },
  windows: {
    build: 20348,
    installationType: 'Server',
    productType: 'ServerNT',
    fqdn: 'PS07.corp.example',
    bootTime: '2026-02-20T07:50:00.000Z',
    pendingReboot: [],
  },
  notificationServer: { installPath: null, serviceState: null },
  iisConfig: {
    sites: [
      {
        id: 1,
        name: 'Default Web Site',
        autoStart: true,
        enabledProtocols: ['http', 'https'],
        bindings: [binding({ protocol: 'http', port: 80 }), binding()],
      },
    ],
    applications: [
      {
        siteId: 1,
        path: '/',
        pool: 'DefaultAppPool',
        virtualDirectories: [
          { path: '/', physicalPath: 'C:\\inetpub\\wwwroot' },
          { path: '/Altiris', physicalPath: 'C:\\Altiris' },
        ],
      },
    ],
    legacyMetabase: [],
    sharedConfiguration: false,
  },
  iisView: { sites: [{ id: 1, name: 'Default Web Site', state: 'Started', bindings: [shown()] }] },
  iisFeatures: {
    components: Object.fromEntries(requiredFeatures.map(({ component }) => [component ?? 'W3SVC', true])),
  },
  appPools: [{ name: 'DefaultAppPool', state: 'Started', usedBy: ['/'] }],
  webService: service('W3SVC'),
  ipListen: { addresses: [] },
  listeners: [
    { address: '0.0.0.0', port: 443, pid: 4, owner: 'W3SVC' },
    { address: '::', port: 443, pid: 4, owner: 'W3SVC' },
  ],
  schannel: { protocols: {} },
  service: service('AeXNSClient'),
  agent: {
    version: '8.8.1280.0',
    installDir: 'C:\\Program Files\\Altiris\\Altiris Agent',
    notificationServer: 'smp01.corp.example',
    packageServerKey: true,
    policyLastReceived: '2026-03-01T09:00:00.000Z',
    policyForced: null,
  },
  agentPolicy: { file: 'smp01.xml', modified: '2026-03-01T09:00:00.000Z', settings: [] },
  agentLog: {
    files: 1,
    from: '2026-02-20T08:00:00.000Z',
    to: '2026-03-01T09:00:00.000Z',
    matches: [logLine('pluginStarting'), logLine('virtualDirectory', '2026-02-20T08:00:10.000Z')],
    missingFeatures: [],
  },
  agentPackages: {
    items: [{ id: '{1}', name: 'Seven Zip', status: 'Ready', time: '2026-02-20T08:00:20.000Z' }],
  },
  events: [],
  httpSysLive: { records: [record('0.0.0.0:443')] },
  httpSysRegistry: { records: [record('0.0.0.0:443')] },
  certificates: { items: [certificate()] },
  handshakes: {
    attempts: [attempt(), attempt({ address: '10.20.30.7' }), ...selfAccess()],
  },
});

/** As facts, each with an evidence name of its own; those in `without` are not there. */
export function asFacts(values: Values, without: readonly FactName[] = []): Facts {
  const entries = Object.entries(values).filter(([name]) => !without.includes(name as FactName));
  return Object.fromEntries(entries.map(([name, value]) => [name, known(value, [`answer.${name}`])])) as Facts;
}

/** Every handshake of the sound server, ended in another way. */
export function allHandshakes(server: SoundServer, change: Partial<HandshakeAttempt>): void {
  server.handshakes.attempts = server.handshakes.attempts.map((one) => ({ ...one, ...change }));
}

/** The article's case: HTTP.SYS names a certificate that is gone, IIS shows the new one. */
export function makeStale(server: SoundServer): void {
  server.httpSysLive.records = [record('0.0.0.0:443', { thumbprint: thumbprint('B') })];
  server.httpSysRegistry.records = [record('0.0.0.0:443', { thumbprint: thumbprint('B') })];
  allHandshakes(server, { outcome: 'reset', thumbprint: null, chain: [], http: null, protocol: null });
}
