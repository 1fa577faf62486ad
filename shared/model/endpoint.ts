import { z } from 'zod';

/**
 * What HTTP.SYS keys a certificate record by. `address` is written without
 * brackets; the parts that a kind does not have are empty strings, so that a
 * document always has the same shape.
 */
export const Endpoint = z.object({
  kind: z.enum(['ip', 'sni', 'ccs']),
  address: z.string(),
  host: z.string(),
  port: z.int().min(0).max(65535),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** SHA-1 (40) or SHA-256 (64) of a certificate, upper-case hex. */
export const Thumbprint = z.string().regex(/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/u);
export type Thumbprint = z.infer<typeof Thumbprint>;
