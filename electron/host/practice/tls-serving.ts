import { X509Certificate } from 'node:crypto';
import { certificateOf, hasUsableKey } from './http-sys.ts';
import { whoListens } from './listening.ts';
import type { StoredCertificate } from './model/certificates.ts';
import type { World } from './model/world.ts';
import { servingRecord } from './precedence.ts';
import { offeredProtocols, type TlsProtocol } from './tls-protocols.ts';

/** What a client meets that connects and sends a name, or none. */
export type TlsServing =
  | { outcome: 'refused' }
  /** `broken` names the endpoint whose certificate cannot be used; null when no record serves at all. */
  | { outcome: 'reset'; broken: { endpoint: string; key: boolean } | null }
  | {
      outcome: 'serves';
      certificate: Pick<StoredCertificate, 'der' | 'privateKey'>;
      protocols: TlsProtocol[];
      asksForCertificate: boolean;
    };

/** HTTP.SYS's decision, taken before anything is answered; the listener and the agent's own test both meet it. */
export function tlsServing(
  world: World,
  address: string,
  port: number,
  serverName: string | null,
  now: Date,
): TlsServing {
  const listening = whoListens(world, address, port, now);
  if (listening === undefined) return { outcome: 'refused' };
  if (listening.by === 'program') {
    const { certificate } = listening.program;
    return { outcome: 'serves', certificate, protocols: ['TLSv1.2', 'TLSv1.3'], asksForCertificate: false };
  }
  const record = servingRecord(world.httpSys.live, address, port, serverName);
  if (record === undefined) return { outcome: 'reset', broken: null };
  const certificate = record.kind === 'ccs' ? fromCentralStore(world, serverName) : certificateOf(world, record);
  const usable = certificate !== undefined && hasUsableKey(certificate) && certificate.privateKey !== null;
  const protocols = offeredProtocols(world, record.flags);
  if (!usable) {
    return { outcome: 'reset', broken: { endpoint: record.endpoint, key: certificate !== undefined } };
  }
  if (protocols.length === 0) return { outcome: 'reset', broken: null };
  return { outcome: 'serves', certificate, protocols, asksForCertificate: (record.flags & 2) !== 0 };
}

/** The store's files are named after hosts: a client that sends no name gets none of them. */
function fromCentralStore({ centralStore }: World, serverName: string | null): StoredCertificate | undefined {
  if (serverName === null) return undefined;
  return centralStore.find(({ der }) => new X509Certificate(Buffer.from(der, 'base64')).checkHost(serverName));
}
