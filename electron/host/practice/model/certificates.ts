import { z } from 'zod';

/** A certificate in a store of the machine. */
export const StoredCertificate = z.object({
  /** `MY`, `WebHosting`, `Root`. */
  store: z.string(),
  /** SHA-1, upper-case hex. */
  hash: z.string(),
  /** DER in base64. */
  der: z.string(),
  /** What a test of the machine's key brings: `present` is there and was not tested. */
  key: z.enum(['usable', 'present', 'missing', 'unusable', 'unknown']),
  /** PKCS #8 in PEM, for the listener; null where the machine has none. */
  privateKey: z.string().nullable(),
  chain: z.enum(['trusted', 'untrusted', 'unknown']),
  /** X509ChainStatusFlags by name. */
  chainStatus: z.array(z.string()),
});
export type StoredCertificate = z.infer<typeof StoredCertificate>;
