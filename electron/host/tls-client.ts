import { isIP } from 'node:net';
import tls, { type ConnectionOptions, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { domainToASCII } from 'node:url';
import { readHttpStatus } from './http-status.ts';
import type { TlsAnswer, TlsQuestion } from './host.ts';

/** Where a connection really goes: another loopback port, when the server is simulated. */
export interface Destination {
  host: string;
  port: number;
}

type Ending = Pick<TlsAnswer, 'outcome' | 'protocol' | 'chain' | 'http' | 'detail'>;

/**
 * One real TLS handshake. Nothing is verified: the answer tells what was served,
 * not whether it should be trusted. The chain is what the server sent, leaf
 * first, as far as each certificate is followed by its issuer (that is all that
 * Node tells). A name that is an IP address is never sent (RFC 6066, 3), and the
 * answer's `serverName` is then null. Never rejects for what the server did.
 *
 * @param at when the question was asked, by the server's clock
 */
export async function connectTls(
  question: TlsQuestion,
  destination: Destination,
  at: string = new Date().toISOString(),
): Promise<TlsAnswer> {
  const startedAt = performance.now();
  const serverName = nameToSend(question.serverName);
  const ending = await shakeHands(question, destination, serverName);
  return {
    kind: 'tls',
    name: question.name,
    address: question.address,
    port: question.port,
    serverName,
    at,
    durationMs: Math.round(performance.now() - startedAt),
    ...ending,
  };
}

function shakeHands(question: TlsQuestion, destination: Destination, serverName: string | null): Promise<Ending> {
  const { timeoutMs, signal, http, version } = question;
  if (signal?.aborted) return Promise.resolve(ended('cancelled'));
  return new Promise((resolve) => {
    const socket = tls.connect({
      ...destination,
      ...(serverName === null ? {} : { servername: serverName }),
      secureContext: contextFor(version),
      rejectUnauthorized: false,
    });
    let completed: Ending | null = null;
    const settle = (ending: Ending): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      socket.destroy();
      resolve(ending);
    };
    const cancel = (): void => settle(ended('cancelled'));
    const timer = setTimeout(() => {
      settle(completed === null ? ended('timedOut') : { ...completed, detail: 'No HTTP answer came in time.' });
    }, timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    socket.on('error', (error) => completed === null && settle(failure(error)));
    socket.once('secureConnect', () => {
      completed = { ...ended('completed'), protocol: socket.getProtocol(), chain: servedChain(socket) };
      if (http === undefined) return settle(completed);
      const done = completed;
      void readHttpStatus(socket, http).then(({ status, detail }) =>
        settle({
          ...done,
          http: status === null ? null : { status, path: http.path },
          ...(detail === undefined ? {} : { detail }),
        }),
      );
    });
  });
}

function ended(outcome: TlsAnswer['outcome'], detail?: string): Ending {
  return { outcome, protocol: null, chain: [], http: null, ...(detail === undefined ? {} : { detail }) };
}

/** What an error before the end of the handshake means. */
function failure(error: NodeJS.ErrnoException & { reason?: string }): Ending {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return ended('refused');
  if (code === 'ETIMEDOUT') return ended('timedOut', 'The network gave up: nobody answered.');
  // Node reports an orderly end before the handshake is done as a reset that no system call returned.
  if (code === 'ECONNRESET' && error.syscall === undefined) return ended('closed');
  if (['ECONNRESET', 'ECONNABORTED', 'EPIPE'].includes(code)) return ended('reset');
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') {
    // OpenSSL and BoringSSL spell the same reason differently.
    return ended('protocol', (error.reason ?? code).toLowerCase().replaceAll('_', ' '));
  }
  return ended('otherError', code === '' ? error.message : code);
}

function servedChain(socket: TLSSocket): Uint8Array[] {
  const chain: Uint8Array[] = [];
  const seen = new Set<string>();
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // A self-signed certificate is its own issuer.
  while (certificate?.raw !== undefined && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    chain.push(new Uint8Array(certificate.raw));
    certificate = certificate.issuerCertificate;
  }
  return chain;
}

function nameToSend(name: string | null): string | null {
  if (name === null || isIP(name) !== 0) return null;
  return domainToASCII(name) || name;
}

/** Old servers must be seen too, as far as the runtime allows: BoringSSL has no security levels. */
const lenient: ConnectionOptions[] = [
  { minVersion: 'TLSv1', ciphers: `${tls.DEFAULT_CIPHERS}:@SECLEVEL=0` },
  { minVersion: 'TLSv1' },
  {},
];

function contextFor(version: TlsQuestion['version']): tls.SecureContext {
  const pinned = version === undefined ? {} : { minVersion: version, maxVersion: version };
  let refused: unknown;
  for (const options of lenient) {
    try {
      // Without authorities, Node adds none of its own to the chain that it reports.
      return tls.createSecureContext({ ...options, ...pinned, ca: [] });
    } catch (error) {
      refused = error;
    }
  }
  throw refused;
}
