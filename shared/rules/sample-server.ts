import { known } from '../model/fact.ts';
import type { FactName, Facts, FactValue } from '../model/facts.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { IisBinding, IisViewBinding } from '../model/facts/iis.ts';
import type { Certificate, HandshakeAttempt } from '../model/facts/tls.ts';
import { iisApplicationId } from '../httpsys/owners.ts';
import { parseEndpoint } from '../httpsys/endpoint.ts';
import type { JudgeContext } from './rule.ts';

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

const shown = (change: Partial<IisViewBinding> = {}): IisViewBinding => ({
  ...binding(),
  certificate: thumbprint('A'),
  store: 'MY',
  ...change,
});

export type Values = { [N in FactName]?: FactValue<N> };

/** The facts that the checks of this version read. */
export type SoundServer = Required<
  Pick<
    Values,
    'elevation' | 'iisConfig' | 'iisView' | 'httpSysLive' | 'httpSysRegistry' | 'certificates' | 'handshakes'
  >
>;

/** The values of a sound server, made anew for each test so that it may change them. */
export const soundServer = (): SoundServer => ({
  elevation: { elevated: true, localSystem: false },
  iisConfig: {
    sites: [
      {
        id: 1,
        name: 'Default Web Site',
        autoStart: true,
        enabledProtocols: ['http'],
        bindings: [binding({ protocol: 'http', port: 80 }), binding()],
      },
    ],
    applications: [],
    legacyMetabase: [],
    sharedConfiguration: false,
  },
  iisView: { sites: [{ id: 1, name: 'Default Web Site', state: 'Started', bindings: [shown()] }] },
  httpSysLive: { records: [record('0.0.0.0:443')] },
  httpSysRegistry: { records: [record('0.0.0.0:443')] },
  certificates: { items: [certificate()] },
  handshakes: {
    attempts: [
      attempt(),
      attempt({ address: '10.20.30.7' }),
      attempt({ address: '10.20.30.7', serverName: 'ps07.corp.example', http: { status: 200, path: '/' } }),
    ],
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
