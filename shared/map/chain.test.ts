import { describe, expect, it } from 'vitest';
import { known, unknown } from '../model/fact.ts';
import type { Facts } from '../model/facts.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Certificate, HandshakeAttempt } from '../model/facts/tls.ts';
import type { Result } from '../model/result.ts';
import { chainsOf } from './chain.ts';
import { otherEndpoints } from './other-endpoints.ts';

const old = '9F2C000000000000000000000000000000071AA0';
const renewed = '41D0000000000000000000000000000000C2E800';
const any = { kind: 'ip', address: '0.0.0.0', host: '', port: 443 } as const;

const record = (thumbprint: string, more: Partial<HttpSysRecord> = {}): HttpSysRecord => ({
  endpoint: any,
  thumbprint,
  thumbprintReadable: true,
  appId: '4dc3e181-e14b-4a21-b022-59fc669b0914',
  store: 'MY',
  flags: {},
  unknownFlags: [],
  ...more,
});
const certificate: Certificate = {
  store: 'MY',
  thumbprint: renewed,
  subject: 'CN=ps07.corp.example',
  issuer: 'CN=Corp CA',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-08-14T00:00:00Z',
  dns: ['ps07.corp.example'],
  ips: [],
  eku: [],
  keyAlgorithm: 'RSA',
  keyBits: 2048,
  signatureHash: 'SHA-256',
  privateKey: 'usable',
  chain: 'trusted',
  chainDetail: '',
};
const attempt = (outcome: HandshakeAttempt['outcome'], serverName: string | null): HandshakeAttempt => ({
  client: 'node',
  address: '127.0.0.1',
  port: 443,
  serverName,
  outcome,
  protocol: outcome === 'completed' ? 'TLSv1.3' : null,
  thumbprint: outcome === 'completed' ? renewed : null,
  chain: [],
  http: outcome === 'completed' && serverName !== null ? { status: 200, path: '/' } : null,
});
const binding = { protocol: 'https', address: '*', port: 443, host: '', sslFlags: 0 } as const;

function server(facts: Facts): Result {
  const site = { autoStart: true, enabledProtocols: ['http'] };
  return {
    startedAt: '2026-11-22T14:00:00Z',
    target: { kind: 'practice', name: 'practice:test', fqdn: 'PS07.corp.example', addresses: ['10.0.0.7'] },
    facts: {
      iisConfig: known(
        {
          sites: [
            { ...site, id: 1, name: 'Default Web Site', bindings: [binding] },
            { ...site, id: 4, name: 'Intranet', bindings: [{ ...binding, host: 'intranet' }] },
          ],
          legacyMetabase: [],
          sharedConfiguration: false,
        },
        [],
      ),
      iisView: known(
        {
          sites: [
            {
              id: 1,
              name: 'Default Web Site',
              state: 'Started',
              bindings: [{ ...binding, certificate: renewed, store: 'MY' }],
            },
          ],
        },
        [],
      ),
      certificates: known({ items: [certificate] }, []),
      ...facts,
    },
    findings: [],
    causes: [],
  } as unknown as Result;
}

const states = (facts: Facts) => {
  const [chain] = chainsOf(server(facts)) ?? [];
  return {
    nodes: Object.fromEntries(chain?.nodes.map(({ id, state }) => [id, state]) ?? []),
    links: chain?.links.map(({ from, to, state }) => `${from}-${to} ${state}`),
    words: chain?.links.flatMap(({ words }) => words ?? []),
  };
};
const live = (...records: HttpSysRecord[]): Facts => ({
  httpSysLive: known({ records }, []),
  httpSysRegistry: known({ records }, []),
});
const wire = (outcome: HandshakeAttempt['outcome']): Facts => ({
  handshakes: known({ attempts: [attempt(outcome, null), attempt(outcome, 'ps07.corp.example')] }, []),
});

describe('chainsOf', () => {
  it('names the disagreements of a stale binding at their places', () => {
    const { nodes, words } = states({ ...live(record(old)), ...wire('reset') });
    expect(nodes).toEqual({
      request: 'broken',
      wire: 'broken',
      httpSys: 'broken',
      binding: 'sound',
      certificate: 'sound',
    });
    expect(words).toEqual(['IIS shows 41D0…E800', 'HTTP.SYS names 9F2C…1AA0: not in MY']);
  });

  it('is sound from end to end on a healthy server', () => {
    const { nodes, links } = states({ ...live(record(renewed)), ...wire('completed') });
    expect(new Set(Object.values(nodes))).toEqual(new Set(['sound']));
    expect(links?.every((link) => link.endsWith('sound'))).toBe(true);
    expect(links).toHaveLength(4);
  });

  it('is sound where a client that offers a newer protocol alone is refused', () => {
    const attempts = [
      attempt('completed', null),
      attempt('completed', 'ps07.corp.example'),
      { ...attempt('protocol', 'ps07.corp.example'), offered: 'TLSv1.3' as const },
    ];
    const { nodes } = states({ ...live(record(renewed)), handshakes: known({ attempts }, []) });
    expect(nodes['wire']).toBe('sound');
  });

  it('shows a certificate on the wire that is not the one that is meant', () => {
    const attempts = [{ ...attempt('completed', 'ps07.corp.example'), thumbprint: old }];
    const { nodes } = states({ ...live(record(old)), handshakes: known({ attempts }, []) });
    expect(nodes).toMatchObject({ wire: 'broken', httpSys: 'broken' });
  });

  it('shows where there is no record', () => {
    const { nodes, words } = states({ ...live(), ...wire('reset') });
    expect(nodes['httpSys']).toBe('broken');
    expect(words).toEqual(['IIS has a binding, HTTP.SYS no record']);
  });

  it('never draws what nobody asked as sound', () => {
    const { nodes, links } = states({
      ...live(record(renewed)),
      iisView: unknown('timedOut', ''),
      certificates: unknown('notElevated', ''),
    });
    expect(nodes).toMatchObject({
      request: 'unknown',
      wire: 'unknown',
      httpSys: 'unknown',
      binding: 'unknown',
      certificate: 'unknown',
    });
    expect(links?.some((link) => link.endsWith('sound'))).toBe(false);
  });

  it('says when a reboot would bring back another certificate', () => {
    const { nodes } = states({
      ...live(record(renewed)),
      httpSysRegistry: known({ records: [record(old)] }, []),
      ...wire('completed'),
    });
    expect(nodes['httpSys']).toBe('broken');
  });

  it('cannot be drawn without its two first sources', () => {
    expect(chainsOf(server({ httpSysLive: unknown('failed', '') }))).toBeNull();
  });
});

describe('otherEndpoints', () => {
  it('lists what the server has besides, and says what is shared', () => {
    const other = record(old, { endpoint: { ...any, port: 8443 }, appId: '11111111-2222-4333-8444-555555555555' });
    expect(otherEndpoints(server(live(record(renewed), other)))).toMatchObject([
      { label: '0.0.0.0:443', sites: ['Intranet (id 4)'], shared: true, owner: 'IIS' },
      { label: '0.0.0.0:8443', sites: [], shared: false, owner: null },
    ]);
  });
});
