import { z } from 'zod';

/**
 * One certificate record of HTTP.SYS in the terms in which Windows keeps it
 * (HTTP_SERVICE_CONFIG_SSL_PARAM, and the values below SslBindingInfo).
 */
export const SslRecord = z.object({
  kind: z.enum(['ip', 'sni', 'ccs']),
  /** As netsh writes it: `0.0.0.0:443`, `[::]:443`, `host:443`, and `443` for CCS. */
  endpoint: z.string(),
  /** Upper-case hex; null where a record has none (CCS). */
  hash: z.string().nullable(),
  /** Lower case, no braces. */
  appId: z.string(),
  /** Null where none was given: HTTP.SYS then looks into MY. */
  store: z.string().nullable(),
  checkMode: z.int(),
  /** Seconds. */
  freshness: z.int(),
  /** Milliseconds. */
  urlTimeout: z.int(),
  ctlIdentifier: z.string().nullable(),
  ctlStore: z.string().nullable(),
  /** DefaultFlags. */
  flags: z.int(),
  /** Newer builds print these after the fields; netsh sets them by `update sslpropertyex` only. */
  extended: z.array(z.object({ id: z.int(), values: z.record(z.string(), z.int()) })),
});
export type SslRecord = z.infer<typeof SslRecord>;

export const HttpSys = z.object({
  live: z.array(SslRecord),
  /** What the registry holds, and a reboot brings back. netsh writes both; other things may not. */
  registry: z.array(SslRecord),
  /** https URLs that other services than IIS register, by the service that must run. */
  urls: z.array(z.object({ port: z.int(), service: z.string() })),
  /** Where HTTP.SYS listens at all; empty: everywhere. */
  ipListen: z.array(z.string()),
  reservations: z.array(z.object({ url: z.string(), users: z.array(z.object({ name: z.string(), sid: z.string() })) })),
});
export type HttpSys = z.infer<typeof HttpSys>;
