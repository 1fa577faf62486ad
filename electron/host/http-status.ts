import type { Duplex } from 'node:stream';
import type { TlsQuestion } from './host.ts';

const maxStatusLine = 8192;

export interface HttpStatus {
  status: number | null;
  /** Why there is no status. */
  detail?: string;
}

/** Sends one GET and reads the status line of its answer; the rest is not waited for. */
export function readHttpStatus(
  connection: Duplex,
  { path, host }: NonNullable<TlsQuestion['http']>,
): Promise<HttpStatus> {
  if (!/^\/[\x21-\x7e]*$/.test(path) || !/^[\x21-\x7e]+$/.test(host)) {
    return Promise.resolve({ status: null, detail: 'The path or the host cannot stand in an HTTP request.' });
  }
  return new Promise((resolve) => {
    let received = '';
    const ended = (): void =>
      resolve({ status: null, detail: 'The server ended the connection without an HTTP answer.' });
    connection.on('error', ended);
    connection.once('end', ended);
    connection.once('close', ended);
    connection.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const status = /^HTTP\/\d\.\d (\d{3})\b[^\n]*\n/.exec(received)?.[1];
      if (status !== undefined) return resolve({ status: Number(status) });
      if (received.includes('\n') || received.length > maxStatusLine) {
        resolve({ status: null, detail: 'What the server answered is not HTTP.' });
      }
    });
    connection.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Package-Server-Doctor\r\nAccept: */*\r\nConnection: close\r\n\r\n`,
    );
  });
}
