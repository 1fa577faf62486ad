import { constants } from 'node:crypto';
import type { Socket } from 'node:net';
import { createSecureContext, DEFAULT_CIPHERS, TLSSocket, type SecureContext } from 'node:tls';
import { sslErrorEvent } from './event-log/event-log.ts';
import { readClientHello, type ClientHello } from './client-hello.ts';
import { onWorld, type WorldStore } from './store/world-store.ts';
import type { TlsProtocol } from './tls-protocols.ts';
import { tlsServing, type TlsServing } from './tls-serving.ts';

/** No client needs longer for its first message. */
const helloTimeoutMs = 10_000;

/**
 * Looks at a client's first message before anything is answered, and either
 * resets the connection, as HTTP.SYS does where no record serves, or begins the
 * handshake with the record's certificate. Deciding inside Node's SNICallback
 * would be simpler, and a reset there crashes the process. A record whose
 * certificate cannot be used is told in the System log.
 *
 * @returns null when the connection was reset; rejects when no message came
 */
export async function acceptTls(
  socket: Socket,
  store: WorldStore,
  address: string,
  port: number,
): Promise<TLSSocket | null> {
  socket.on('error', () => socket.destroy());
  const { hello, bytes } = await firstMessage(socket);
  const serving = tlsServing(await store.read(), address, port, hello?.serverName ?? null, new Date());
  if (hello === null || serving.outcome !== 'serves') {
    if (hello !== null) await tellBroken(store, serving);
    socket.resetAndDestroy();
    return null;
  }
  socket.unshift(bytes);
  const tls = new TLSSocket(socket, {
    isServer: true,
    secureContext: contextOf(serving),
    requestCert: serving.asksForCertificate,
    rejectUnauthorized: false,
  });
  return tls.on('error', () => socket.destroy());
}

async function tellBroken(store: WorldStore, serving: TlsServing): Promise<void> {
  if (serving.outcome !== 'reset' || serving.broken === null) return;
  const { endpoint, key } = serving.broken;
  await onWorld(store, (world) => sslErrorEvent(world, new Date(), endpoint, key));
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

/** A gap between two versions cannot be said by a lowest and a highest one. */
const switchedOff: Readonly<Record<TlsProtocol, number>> = {
  TLSv1: constants.SSL_OP_NO_TLSv1,
  'TLSv1.1': constants.SSL_OP_NO_TLSv1_1,
  'TLSv1.2': constants.SSL_OP_NO_TLSv1_2,
  'TLSv1.3': constants.SSL_OP_NO_TLSv1_3,
};

function contextOf({ certificate, protocols }: TlsServing & { outcome: 'serves' }): SecureContext {
  const off = Object.entries(switchedOff).filter(([name]) => !protocols.includes(name as TlsProtocol));
  const options = {
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.der}\n-----END CERTIFICATE-----\n`,
    key: certificate.privateKey ?? '',
    minVersion: 'TLSv1',
    secureOptions: off.reduce((bits, [, bit]) => bits | bit, 0),
  } as const;
  try {
    // OpenSSL takes the two oldest versions on its lowest security level only; BoringSSL has no levels.
    return createSecureContext({ ...options, ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` });
  } catch {
    return createSecureContext(options);
  }
}
