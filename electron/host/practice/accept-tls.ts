import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContextOptions } from 'node:tls';
import { firstBuildWithTls13 } from './builds.ts';
import { readClientHello, type ClientHello } from './client-hello.ts';
import { certificateOf } from './http-sys.ts';
import type { StoredCertificate } from './model/certificates.ts';
import type { SslRecord } from './model/http-sys.ts';
import type { World } from './model/world.ts';
import { servingRecord } from './precedence.ts';
import { httpsOwner } from './web-server.ts';

/** No client needs longer for its first message. */
const helloTimeoutMs = 10_000;

/**
 * Looks at a client's first message before anything is answered, and either
 * resets the connection, as HTTP.SYS does where no record serves, or begins the
 * handshake with the record's certificate. Deciding inside Node's SNICallback
 * would be simpler, and a reset there crashes the process.
 *
 * @returns null when the connection was reset; rejects when no message came
 */
export async function acceptTls(
  socket: Socket,
  read: () => Promise<World>,
  address: string,
  port: number,
): Promise<TLSSocket | null> {
  socket.on('error', () => socket.destroy());
  const { hello, bytes } = await firstMessage(socket);
  const world = await read();
  const record = servingRecord(world.httpSys.live, address, port, hello?.serverName ?? null);
  const certificate = record && certificateOf(world, record);
  const registered = httpsOwner(world, port, new Date()) !== undefined;
  if (hello === null || !registered || record === undefined || certificate === undefined || !serves(certificate)) {
    socket.resetAndDestroy();
    return null;
  }
  socket.unshift(bytes);
  const tls = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext(contextOptions(world, record, certificate)),
    requestCert: (record.flags & 2) !== 0,
    rejectUnauthorized: false,
  });
  return tls.on('error', () => socket.destroy());
}

interface FirstMessage {
  /** Null when what came is no ClientHello. */
  hello: ClientHello | null;
  bytes: Buffer;
}

function firstMessage(socket: Socket): Promise<FirstMessage> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const settle = (act: () => void) => {
      socket.off('data', collect).off('close', giveUp).setTimeout(0).pause();
      act();
    };
    const giveUp = () => settle(() => reject(new Error('The client said nothing.')));
    const collect = (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const hello = readClientHello(bytes);
      if (hello !== undefined) settle(() => resolve({ hello, bytes }));
    };
    socket.on('data', collect).on('close', giveUp).setTimeout(helloTimeoutMs, giveUp);
  });
}

const serves = ({ key, privateKey }: StoredCertificate) =>
  privateKey !== null && key !== 'missing' && key !== 'unusable';

function contextOptions(world: World, { flags }: SslRecord, certificate: StoredCertificate): SecureContextOptions {
  const tls13 = world.windows.build >= firstBuildWithTls13 && (flags & 0x40) === 0;
  const tls12 = (flags & 0x1000) === 0;
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.der}\n-----END CERTIFICATE-----\n`,
    key: certificate.privateKey ?? '',
    minVersion: tls12 ? 'TLSv1.2' : 'TLSv1.3',
    maxVersion: tls13 ? 'TLSv1.3' : 'TLSv1.2',
  };
}
