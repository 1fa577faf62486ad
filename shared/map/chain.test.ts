import { describe, expect, it } from 'vitest';
import { known, unknown } from '../model/fact.ts';
import type { Facts } from '../model/facts.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import type { Certificate, HandshakeAttempt } from '../model/facts/tls.ts';
import type { FindingId } from '../model/finding.ts';
import type { Result } from '../model/result.ts';
import { chainsOf } from './chain.ts';
import { mapWords } from './words.ts';
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

function server(facts: Facts, ...failing: FindingId[]): Result {
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
    findings: failing.map((id) => ({ id, status: 'fail' })),
    causes: [],
  } as unknown as Result;
}

const states = (facts: Facts, ...failing: FindingId[]) => {
  const [chain] = chainsOf(server(facts, ...failing)) ?? [];
  return {
    more: Object.fromEntries(chain?.nodes.map(({ id, more }) => [id, more]) ?? []),
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

  it.each<[string, Partial<HandshakeAttempt>, string]>([
    ['an error of the server', { http: { status: 503, path: '/' } }, 'broken'],
    ['a page that asks for a name and a password', { http: { status: 401, path: '/' } }, 'sound'],
    ['a page that is refused', { http: { status: 403, path: '/' } }, 'sound'],
    [
      'a certificate that Windows does not trust',
      { client: 'schannel', trustErrors: ['RemoteCertificateChainErrors'] },
      'broken',
    ],
  ])('judges the request as its check does: %s', (_words, change, state) => {
    const own = attempt('completed', 'ps07.corp.example');
    const attempts = [...(change.client === undefined ? [] : [own]), { ...own, ...change }];
    const { nodes } = states({ ...live(record(renewed)), handshakes: known({ attempts }, []) });
    expect(nodes).toMatchObject({ request: state, wire: 'sound' });
  });

  const sound = { ...live(record(renewed)), ...wire('completed') };

  it.each<[FindingId, string[], string]>([
    ['tls.protocols', ['wire'], 'TLS 1.2 is switched off'],
    ['tls.served', ['wire'], 'another certificate than is meant'],
    ['httpsys.ipListen', ['httpSys'], 'does not listen on every address'],
    ['httpsys.shadow', ['httpSys'], 'another record comes first'],
    ['iis.site', ['request', 'binding'], 'the site does not run'],
    ['cert.strength', ['certificate'], 'too weak'],
  ])('draws nothing as sound that %s is about while it fails', (id, places, words) => {
    const { nodes, more } = states(sound, id);
    const brokenOnes = Object.keys(nodes).filter((node) => nodes[node] === 'broken');
    expect(brokenOnes).toEqual(places);
    for (const place of places) expect(more[place]?.[0]).toBe(words);
  });

  it('draws no answer of another program as sound', () => {
    const listeners = known([{ address: '0.0.0.0', port: 443, pid: 900, owner: 'reporter.exe' }], []);
    const { nodes, more } = states({ ...sound, listeners }, 'port.owner');
    expect(nodes).toMatchObject({ request: 'broken', wire: 'broken' });
    expect([more['request']?.[0], more['wire']?.[0]]).toEqual(Array(2).fill('another program listens'));
    // Where nobody listens, no other program does.
    expect(states({ ...sound, ...wire('refused') }, 'port.owner').more['wire']).toEqual(['2 of 2 attempts']);
  });

  it('knows that a request had no answer where one was made, and not where only the handshake was tried', () => {
    const own = { ...attempt('completed', 'ps07.corp.example'), http: null };
    const of = (...attempts: HandshakeAttempt[]) =>
      states({ ...live(record(renewed)), handshakes: known({ attempts }, []) }).nodes['request'];
    expect(of(own)).toBe('unknown');
    expect(of(own, { ...attempt('refused', 'ps07.corp.example'), client: 'schannel', address: '' })).toBe('broken');
  });

  it('counts the own name for a binding by wildcard that covers it', () => {
    const result = server({
      ...live(record(renewed, { endpoint: { ...any, kind: 'sni', address: '', host: '*.corp.example' } })),
    });
    const config = result.facts.iisConfig;
    if (config?.state === 'known')
      config.value.sites[0]!.bindings = [{ ...binding, host: '*.corp.example', sslFlags: 1 }];
    const names = ['ps07.corp.example', 'a.b.corp.example', 'corp.example'];
    result.facts.handshakes = known({ attempts: names.map((name) => attempt('completed', name)) }, []);
    const [request, wireNode] = chainsOf(result)?.[0]?.nodes ?? [];
    expect(request?.state).toBe('sound');
    expect(wireNode?.more[0]).toBe('1 of 1 attempts');
  });

  it('draws what no client can use: a certificate that is served, and fails its check', () => {
    const expired = { ...certificate, notAfter: '2026-11-17T00:00:00Z' };
    const facts = { ...sound, certificates: known({ items: [expired] }, []) };
    const all = { request: 'broken', wire: 'broken', certificate: 'broken' };
    expect(states(facts, 'cert.validity').nodes).toMatchObject(all);
    const external = { ...certificate, dns: ['www.example'] };
    const named = { ...sound, certificates: known({ items: [external] }, []) };
    expect(states(named, 'cert.name').nodes).toMatchObject(all);
  });

  it('keeps the certificate sound that could be bound, while the one of the record fails its checks', () => {
    const expired = { ...certificate, thumbprint: old, notAfter: '2026-11-17T00:00:00Z' };
    const attempts = [{ ...attempt('completed', 'ps07.corp.example'), thumbprint: old }];
    const { nodes } = states(
      {
        ...live(record(old)),
        certificates: known({ items: [certificate, expired] }, []),
        handshakes: known({ attempts }, []),
      },
      'cert.validity',
      'tls.served',
    );
    expect(nodes).toMatchObject({ wire: 'broken', httpSys: 'broken', certificate: 'sound' });
  });

  it('leaves the other endpoints as they are where one of them shows by itself what fails', () => {
    const two = server({}, 'httpsys.record');
    const config = two.facts.iisConfig;
    if (config?.state === 'known') config.value.sites[0]!.bindings.push({ ...binding, port: 8443 });
    Object.assign(two.facts, sound);
    const drawn = chainsOf(two)?.map(({ nodes }) => nodes.find(({ id }) => id === 'httpSys')?.state);
    expect(drawn).toEqual(['sound', 'broken']);
  });

  it('says not known of what was cancelled', () => {
    const { nodes, more } = states({ ...live(record(renewed)), handshakes: unknown('cancelled', '') });
    expect(nodes).toMatchObject({ request: 'unknown', wire: 'unknown' });
    const [chain] = chainsOf(server({ ...live(record(renewed)), handshakes: unknown('cancelled', '') })) ?? [];
    expect(chain?.nodes.slice(0, 2).map(({ main }) => main)).toEqual(['not known', 'not known']);
    expect(more['wire']).toEqual([]);
  });

  it('counts for a binding by name only who sends its name, and says what the others get', () => {
    const host = 'ps07.corp.example';
    const ccs = record(old, { endpoint: { ...any, kind: 'ccs', address: '' }, thumbprint: null });
    const result = server({ ...live(ccs) });
    const config = result.facts.iisConfig;
    if (config?.state === 'known') config.value.sites[0]!.bindings = [{ ...binding, host, sslFlags: 3 }];
    result.facts.handshakes = known({ attempts: [attempt('completed', host), attempt('reset', null)] }, []);
    const wireNode = chainsOf(result)?.[0]?.nodes.find(({ id }) => id === 'wire');
    // Which certificate the central store has for the name, nobody reads here.
    expect(wireNode?.state).toBe('unknown');
    expect(wireNode?.more).toEqual(['1 of 1 attempts', 'TLSv1.3', 'without a name: handshake reset']);
  });

  it('cannot be drawn without its two first sources', () => {
    expect(chainsOf(server({ httpSysLive: unknown('failed', '') }))).toBeNull();
  });
});

describe('mapWords.others', () => {
  it('counts no endpoint as more that is drawn above', () => {
    expect(mapWords.others(2, 1)).toBe(
      "1 more HTTPS endpoint on this server; 1 of the package server's own is shared with other sites",
    );
    expect(mapWords.others(3, 0)).toBe('3 more HTTPS endpoints on this server');
    expect(mapWords.others(1, 1)).toBe("1 of the package server's own is shared with other sites");
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
