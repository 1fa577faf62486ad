import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TlsQuestion } from '../host.ts';
import { readClientHello } from './client-hello.ts';
import { startListener } from './listener.ts';
import type { SslRecord } from './model/http-sys.ts';
import type { World } from './model/world.ts';
import { createPracticeServer, type PracticeServer } from './practice-server.ts';
import { selfSigned } from './scenarios/authority.ts';
import { memoryStore } from './store/memory-store.ts';

const lan = '10.20.30.7';
let server: PracticeServer;
let healthy: World;

beforeAll(async () => {
  server = await createPracticeServer({ scenario: 'healthy' });
  await server.change((world) => {
    // HTTP.SYS must not care what a record is made of: each gets its own certificate below.
    world.iis.sites[0]!.bindings.push({ protocol: 'https', bindingInformation: '*:8443:', sslFlags: 0, shown: null });
  });
  healthy = await server.world();
});
afterAll(() => server.dispose());
beforeEach(() => server.change((world) => void Object.assign(world, structuredClone(healthy))));

const shake = (address: string, serverName: string | null, more: Partial<TlsQuestion> = {}) =>
  server.host.connectTls({ name: 'tls', timeoutMs: 5000, address, port: 8443, serverName, ...more });

/** Gives each endpoint a record and a certificate of its own; returns who answered by endpoint. */
async function records(...endpoints: string[]) {
  const owners = new Map<string, string>();
  const made = await Promise.all(
    endpoints.map((endpoint) => selfSigned({ subject: `CN=${endpoint.replaceAll(':', '-')}` })),
  );
  await server.change((world) => {
    endpoints.forEach((endpoint, index) => {
      const certificate = made[index]!;
      world.certificates.push(certificate);
      owners.set(Buffer.from(certificate.der, 'base64').toString('base64'), endpoint);
      const kind: SslRecord['kind'] = /^\d+$/u.test(endpoint) ? 'ccs' : /^[[\d]/u.test(endpoint) ? 'ip' : 'sni';
      world.httpSys.live.push({
        ...healthy.httpSys.live[0]!,
        kind,
        endpoint,
        hash: kind === 'ccs' ? null : certificate.hash,
      });
    });
  });
  return async (address: string, serverName: string | null) => {
    const { outcome, chain } = await shake(address, serverName);
    return outcome === 'completed' ? owners.get(Buffer.from(chain[0]!).toString('base64')) : outcome;
  };
}

describe('which record serves', () => {
  it('an exact address before every name and wildcard', async () => {
    const served = await records('0.0.0.0:8443', `${lan}:8443`, 'a.example:8443', '[::]:8443', '[::1]:8443');
    expect(await served(lan, 'a.example')).toBe(`${lan}:8443`);
    expect(await served('::1', 'a.example')).toBe('[::1]:8443');
  });

  it('an exact name before the wildcard addresses, for the client that sends it', async () => {
    const served = await records('0.0.0.0:8443', 'a.example:8443', '[::]:8443');
    expect(await served(lan, 'A.Example')).toBe('a.example:8443');
    expect(await served('::1', 'a.example')).toBe('a.example:8443');
    expect(await served(lan, 'b.example')).toBe('0.0.0.0:8443');
    expect(await served(lan, null)).toBe('0.0.0.0:8443');
  });

  it('[::] for IPv6 alone, 0.0.0.0 for both', async () => {
    const both = await records('0.0.0.0:8443', '[::]:8443');
    expect(await both('::1', null)).toBe('[::]:8443');
    expect(await both('127.0.0.1', null)).toBe('0.0.0.0:8443');
  });

  it('0.0.0.0 for IPv6 where [::] has no record', async () => {
    const served = await records('0.0.0.0:8443');
    expect(await served('::1', null)).toBe('0.0.0.0:8443');
  });

  it('the central store before the wildcard addresses: there is none here, so it resets', async () => {
    const served = await records('0.0.0.0:8443', '8443', 'a.example:8443');
    expect(await served(lan, null)).toBe('reset');
    expect(await served(lan, 'a.example')).toBe('a.example:8443');
  });

  it('none for another port, whatever the name', async () => {
    const served = await records('0.0.0.0:8444', 'a.example:8444', '[::]:8444');
    expect(await served(lan, 'a.example')).toBe('reset');
  });
});

describe('what a handshake meets', () => {
  it('is reset when the certificate is gone or its key does not work, and served again when it is back', async () => {
    const served = await records('0.0.0.0:8443');
    for (const key of ['missing', 'unusable'] as const) {
      await server.change((world) => void (world.certificates.at(-1)!.key = key));
      expect(await served(lan, null)).toBe('reset');
    }
    const gone = (await server.world()).certificates.at(-1)!;
    await server.change((world) => void world.certificates.pop());
    expect(await served(lan, null)).toBe('reset');
    await server.change((world) => void world.certificates.push({ ...gone, key: 'usable' }));
    expect(await served(lan, null)).toBe('0.0.0.0:8443');
  });

  it('is told in the System log once, for an endpoint whose certificate cannot be used', async () => {
    const served = await records('0.0.0.0:8443');
    await server.change((world) => void (world.certificates.at(-1)!.key = 'unusable'));
    expect([await served(lan, null), await served('127.0.0.1', null)]).toEqual(['reset', 'reset']);
    const told = (await server.world()).events.map(({ provider, id }) => [provider, id]);
    expect(told.slice(healthy.events.length)).toEqual([
      ['Schannel', 36870],
      ['Microsoft-Windows-HttpEvent', 15021],
    ]);
  });

  it('is refused on an address that the listen list leaves out, before any record is looked for', async () => {
    const served = await records('0.0.0.0:8443');
    await server.change((world) => void (world.httpSys.ipListen = ['127.0.0.1', '::1']));
    expect([await served(lan, null), await served('127.0.0.1', null)]).toEqual(['refused', '0.0.0.0:8443']);
    await server.change((world) => void (world.httpSys.ipListen = ['0.0.0.0']));
    expect([await served(lan, null), await served('::1', null)]).toEqual(['0.0.0.0:8443', 'refused']);
  });

  it('meets the program that has the port, whatever HTTP.SYS holds', async () => {
    const served = await records('0.0.0.0:8443', `${lan}:8443`);
    const own = await selfSigned({ subject: 'CN=program' });
    const certificate = { der: own.der, privateKey: own.privateKey! };
    await server.change((world) => {
      world.programs.push({ image: 'program.exe', pid: 2900, address: lan, port: 8443, certificate });
    });
    expect(Buffer.from((await shake(lan, null)).chain[0]!).toString('base64')).toBe(own.der);
    expect(await served('127.0.0.1', null)).toBe('0.0.0.0:8443');
  });

  it('gets what Schannel leaves, the oldest versions too', async () => {
    const off = { enabled: 0, disabledByDefault: 1 };
    const offer = async (version?: 'TLSv1.2' | 'TLSv1.3') => {
      const { outcome, protocol } = await shake(lan, null, {
        port: 443,
        ...(version === undefined ? {} : { version }),
      });
      return protocol ?? outcome;
    };
    await server.change((world) => void (world.windows.schannel = { 'TLS 1.2': off, 'TLS 1.3': off }));
    expect([await offer(), await offer('TLSv1.2'), await offer('TLSv1.3')]).toEqual([
      'TLSv1.1',
      'protocol',
      'protocol',
    ]);
    const all = Object.fromEntries(['TLS 1.0', 'TLS 1.1', 'TLS 1.2', 'TLS 1.3'].map((name) => [name, off]));
    await server.change((world) => void (world.windows.schannel = all));
    expect(await offer()).toBe('reset');
  });

  it('is refused where no https URL is registered', async () => {
    expect((await shake(lan, null, { port: 444 })).outcome).toBe('refused');
    expect((await shake(lan, null, { port: 8172 })).outcome).toBe('completed');
    await server.host.run({ name: 'stop', tool: 'sc', args: ['stop', 'W3SVC'], timeoutMs: 1000 });
    expect((await shake(lan, null, { port: 443 })).outcome).toBe('refused');
  });

  it('honours the protocols that the record and the build allow', async () => {
    const offer = async (version: 'TLSv1.2' | 'TLSv1.3') => (await shake(lan, null, { port: 443, version })).protocol;
    const flags = (bits: number) => server.change((world) => void (world.httpSys.live[0]!.flags = bits));
    expect([await offer('TLSv1.2'), await offer('TLSv1.3')]).toEqual(['TLSv1.2', 'TLSv1.3']);
    await flags(0x40);
    expect([await offer('TLSv1.2'), await offer('TLSv1.3')]).toEqual(['TLSv1.2', null]);
    await flags(0x1000);
    expect([await offer('TLSv1.2'), await offer('TLSv1.3')]).toEqual([null, 'TLSv1.3']);
    await server.change((world) => void (world.windows.build = 17763));
    await flags(0);
    expect((await shake(lan, null, { port: 443 })).protocol).toBe('TLSv1.2');
  });

  it('answers HTTP by binding: 200, 404 for a foreign host, 503 without its pool', async () => {
    const get = async (host: string) => (await shake(lan, host, { port: 443, http: { path: '/', host } })).http?.status;
    expect([await get('PS07.corp.example'), await get('intranet.corp.example')]).toEqual([200, 200]);
    await server.change((world) => void (world.iis.pools[1]!.state = 'Stopped'));
    expect([await get('PS07.corp.example'), await get('intranet.corp.example')]).toEqual([200, 503]);
    await server.change((world) => void (world.iis.sites[0]!.state = 'Stopped'));
    expect(await get('PS07.corp.example')).toBe(404);
  });

  it('survives clients that are none', async () => {
    const listener = startListener(memoryStore(await server.world()));
    const port = await listener.portFor(lan, 443);
    for (const bytes of ['GET / HTTP/1.1\r\n\r\n', '\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00', '\x16']) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
        if (bytes.length === 1) setTimeout(() => socket.destroy(), 50);
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    }
    await listener.close();
    expect((await shake(lan, null, { port: 443 })).outcome).toBe('completed');
  });
});

describe('readClientHello', () => {
  it('never throws, and asks for more while a message is incomplete', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void readClientHello(Buffer.from(bytes))));
    const header = fc.uint8Array({ minLength: 4, maxLength: 200 });
    fc.assert(
      fc.property(header, (body) => {
        const hello = Buffer.from([1, 0, 0, body.length, ...body]);
        const message = Buffer.from([22, 3, 1, 0, hello.length, ...hello]);
        expect(readClientHello(message.subarray(0, message.length - 1))).toBeUndefined();
        expect(readClientHello(message)).not.toBeUndefined();
      }),
    );
  });
});
