import 'reflect-metadata';
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TlsQuestion } from './host.ts';
import { connectTls } from './tls-client.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
interface Issued {
  certificate: x509.X509Certificate;
  keys: webcrypto.CryptoKeyPair;
}

async function issue(subject: string, issuer: Issued | null): Promise<Issued> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: Buffer.from(subject).toString('hex'),
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    notBefore: new Date('2020-01-01'),
    notAfter: new Date('2049-01-01'),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: (issuer?.keys ?? keys).privateKey,
    extensions: [new x509.BasicConstraintsExtension(!subject.startsWith('CN=server'))],
  });
  return { certificate, keys };
}

let root: Issued, intermediate: Issued, server: Issued, credentials: { cert: string; key: string };
beforeAll(async () => {
  x509.cryptoProvider.set(webcrypto as unknown as Crypto);
  root = await issue('CN=Root', null);
  intermediate = await issue('CN=Intermediate', root);
  server = await issue('CN=server.example.com', intermediate);
  const key = await webcrypto.subtle.exportKey('pkcs8', server.keys.privateKey);
  credentials = {
    cert: [server, intermediate, root].map((c) => c.certificate.toString('pem')).join('\n'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
  };
});

const open: net.Server[] = [];
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});

async function listen(listener: net.Server): Promise<number> {
  open.push(listener);
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return (listener.address() as net.AddressInfo).port;
}
const rawServer = (onConnection: (socket: net.Socket) => void) =>
  listen(net.createServer((socket) => onConnection(socket.on('error', () => {}))));
const tlsServer = (options: tls.TlsOptions = {}, onConnection: (socket: tls.TLSSocket) => void = () => {}) =>
  listen(
    tls
      .createServer({ ...credentials, ...options }, (s) => onConnection(s.on('error', () => {})))
      .on('tlsClientError', () => {}),
  );

const ask = (port: number, question: Partial<TlsQuestion> = {}) =>
  connectTls(
    { name: 'tls', timeoutMs: 5000, address: '10.0.0.5', port: 443, serverName: null, ...question },
    { host: '127.0.0.1', port },
    '2026-01-01T00:00:00.000Z',
  );
const der = (issued: Issued) => new Uint8Array(issued.certificate.rawData);

describe('connectTls', () => {
  it('tells what was served, leaf first, and where it was asked', async () => {
    const answer = await ask(await tlsServer());
    expect(answer).toMatchObject({
      kind: 'tls',
      name: 'tls',
      at: '2026-01-01T00:00:00.000Z',
      address: '10.0.0.5',
      port: 443,
      outcome: 'completed',
      protocol: 'TLSv1.3',
      http: null,
    });
    expect(answer.chain).toEqual([der(server), der(intermediate), der(root)]);
  });

  it('does not add to the chain what the server did not send', async () => {
    const cert = credentials.cert.split('\n-----BEGIN')[0]!;
    expect((await ask(await tlsServer({ cert }))).chain).toEqual([der(server)]);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('offers only %s when asked to', async (version) => {
    const port = await tlsServer();
    expect((await ask(port, { version })).protocol).toBe(version);
    const other = version === 'TLSv1.2' ? 'TLSv1.3' : 'TLSv1.2';
    const refusing = await tlsServer({ minVersion: other, maxVersion: other });
    expect(await ask(refusing, { version })).toMatchObject({
      outcome: 'protocol',
      protocol: null,
      chain: [],
      detail: 'tlsv1 alert protocol version',
    });
  });

  it('sees a server that only speaks what browsers have given up', async () => {
    const port = await tlsServer({ minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL@SECLEVEL=0' });
    expect(await ask(port)).toMatchObject({ outcome: 'completed', protocol: 'TLSv1' });
  });

  it.each([
    ['server.example.com', 'server.example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['10.0.0.5', null],
    ['fe80::1', null],
    [null, null],
  ])('asked to send the name %s sends %s', async (serverName, sent) => {
    let received: string | false | null = null;
    const port = await tlsServer({}, (socket) => (received = socket.servername));
    const answer = await ask(port, { serverName, http: { path: '/', host: 'x' }, timeoutMs: 500 });
    expect(answer.serverName).toBe(sent);
    expect(received || null).toBe(sent);
  });

  it('sends one GET and gives its status', async () => {
    let request = '';
    const port = await tlsServer({}, (socket) => {
      socket.on('data', (chunk) => {
        request += chunk.toString();
        socket.write('HTTP/1.1 4');
        setTimeout(() => socket.write('03 Forbidden\r\nContent-Length: 9\r\n\r\n'), 50);
      });
    });
    const answer = await ask(port, { http: { path: '/Altiris', host: 'server.example.com' } });
    expect(answer).toMatchObject({ outcome: 'completed', http: { status: 403, path: '/Altiris' } });
    expect(request).toMatch(/^GET \/Altiris HTTP\/1\.1\r\nHost: server\.example\.com\r\n/);
  });

  it.each([
    ['ends the connection', (socket: tls.TLSSocket) => socket.end()],
    ['resets it', (socket: tls.TLSSocket) => socket.once('data', () => socket.destroy())],
    ['answers something else', (socket: tls.TLSSocket) => socket.write('220 smtp.example.com\r\n')],
    ['never ends its first line', (socket: tls.TLSSocket) => socket.write('x'.repeat(20_000))],
    ['says nothing', () => {}],
  ])('keeps the handshake when the server %s instead of an HTTP answer', async (_what, onConnection) => {
    const port = await tlsServer({}, onConnection);
    const answer = await ask(port, { http: { path: '/', host: 'x' }, timeoutMs: 1000 });
    expect(answer).toMatchObject({ outcome: 'completed', http: null });
    expect(answer.detail).toBeTruthy();
    expect(answer.chain[0]).toEqual(der(server));
  });

  it('puts no second line into a request', async () => {
    const answer = await ask(await tlsServer(), { http: { path: '/', host: 'x\r\nX-Evil: 1' } });
    expect(answer).toMatchObject({ outcome: 'completed', http: null });
  });

  it('tells a reset, as HTTP.SYS answers without a record', async () => {
    const port = await rawServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await ask(port)).toMatchObject({ outcome: 'reset', protocol: null, chain: [] });
  });

  it('tells an orderly end before the handshake is done from a reset', async () => {
    const port = await rawServer((socket) => socket.once('data', () => socket.end()));
    expect((await ask(port)).outcome).toBe('closed');
  });

  it('tells that nobody listens', async () => {
    const port = await rawServer(() => {});
    open.splice(0).forEach((listener) => listener.close());
    expect((await ask(port)).outcome).toBe('refused');
  });

  it.each([
    ['an alert', Buffer.from([21, 3, 3, 0, 2, 2, 40])],
    ['plain HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('tells %s from a network error', async (_what, bytes) => {
    const port = await rawServer((socket) => socket.once('data', () => socket.write(bytes)));
    expect((await ask(port)).outcome).toBe('protocol');
  });

  it('gives up at its time when the server says nothing', async () => {
    const answer = await ask(await rawServer(() => {}), { timeoutMs: 300 });
    expect(answer.outcome).toBe('timedOut');
    expect(answer.durationMs).toBeGreaterThanOrEqual(290);
    expect(answer.durationMs).toBeLessThan(1000);
  });

  it('can be cancelled, before and during', async () => {
    const port = await rawServer(() => {});
    expect((await ask(port, { signal: AbortSignal.abort() })).outcome).toBe('cancelled');
    const answer = await ask(port, { signal: AbortSignal.timeout(100) });
    expect(answer.outcome).toBe('cancelled');
    expect(answer.durationMs).toBeLessThan(1000);
  });
});
