import { createHash } from 'node:crypto';
import type { Thumbprint } from '../../shared/model/endpoint.ts';
import type { Host } from '../host/host.ts';

/** Where Windows keeps a certificate of the machine's store MY with its properties, the link to its key among them. */
export const storeKey = (thumbprint: Thumbprint): string =>
  `HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\MY\\Certificates\\${thumbprint}`;

/**
 * The entry of a certificate in the machine's store as a fingerprint: it changes
 * with every property that somebody writes. Null when it could not be read.
 */
export async function readStoreEntry(host: Host, thumbprint: Thumbprint): Promise<string | null> {
  const answer = await host.run({
    name: `reg.query.store.${thumbprint}`,
    tool: 'reg',
    args: ['query', storeKey(thumbprint), '/v', 'Blob', '/reg:64'],
    timeoutMs: 30_000,
  });
  const bytes = /\bREG_BINARY\s+([0-9A-F]+)\s*$/imu.exec(answer.stdout.text)?.[1];
  return answer.ok && bytes !== undefined ? createHash('sha256').update(bytes).digest('hex') : null;
}
