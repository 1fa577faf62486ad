import { z } from 'zod';
import { Thumbprint } from '../endpoint.ts';

/** A certificate of a machine store, read from its DER; key and chain as Windows judges them. */
export const Certificate = z.object({
  store: z.string(),
  thumbprint: Thumbprint,
  subject: z.string(),
  issuer: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  dns: z.array(z.string()),
  ips: z.array(z.string()),
  /** Extended key usage as OIDs; empty when the extension is absent. */
  eku: z.array(z.string()),
  keyAlgorithm: z.string(),
  keyBits: z.int(),
  signatureHash: z.string(),
  privateKey: z.enum(['usable', 'present', 'missing', 'unusable', 'unknown']),
  chain: z.enum(['trusted', 'untrusted', 'unknown']),
  chainDetail: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

export const Certificates = z.object({ items: z.array(Certificate) });
export type Certificates = z.infer<typeof Certificates>;

export const HandshakeOutcome = z.enum([
  'completed',
  'reset',
  'closed',
  'refused',
  'timedOut',
  'protocol',
  'otherError',
]);
export type HandshakeOutcome = z.infer<typeof HandshakeOutcome>;

export const HandshakeAttempt = z.object({
  client: z.enum(['node', 'schannel']),
  address: z.string(),
  port: z.int(),
  serverName: z.string().nullable(),
  /**
   * The one protocol version that was offered, such as `TLSv1.2`; absent: what the client offers by default. Such an
   * attempt tells of that version alone: a server that refuses it can be sound.
   */
  offered: z.exactOptional(z.string()),
  outcome: HandshakeOutcome,
  /** As the TLS library names it, such as `TLSv1.3`. */
  protocol: z.string().nullable(),
  thumbprint: Thumbprint.nullable(),
  chain: z.array(Thumbprint),
  http: z.object({ status: z.int(), path: z.string() }).nullable(),
  /** What Windows objects to in the served certificate, by the names of SslPolicyErrors; absent: nobody verified it. */
  trustErrors: z.exactOptional(z.array(z.string())),
});
export type HandshakeAttempt = z.infer<typeof HandshakeAttempt>;

export const Handshakes = z.object({ attempts: z.array(HandshakeAttempt) });
export type Handshakes = z.infer<typeof Handshakes>;

export const TlsFacts = {
  certificates: Certificates,
  handshakes: Handshakes,
  schannel: z.object({ protocols: z.record(z.string(), z.enum(['on', 'off', 'default'])) }),
} as const;
