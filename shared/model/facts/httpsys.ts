import { z } from 'zod';
import { Endpoint, Thumbprint } from '../endpoint.ts';

/** One certificate record of HTTP.SYS, from netsh or from the registry. */
export const HttpSysRecord = z.object({
  endpoint: Endpoint,
  thumbprint: Thumbprint.nullable(),
  /** False when a person masked the hash: unreadable is not the same as missing. */
  thumbprintReadable: z.boolean(),
  /** Lower case, no braces. */
  appId: z.string().nullable(),
  /** `MY` in upper case, others as printed; `(null)` is null; absent in the registry is `MY`. */
  store: z.string().nullable(),
  /** By netsh's parameter name; only what differs from the default. */
  flags: z.record(z.string(), z.union([z.boolean(), z.int(), z.string()])),
  /** What netsh could not put back: such a record is never deleted. */
  unknownFlags: z.array(z.string()),
});
export type HttpSysRecord = z.infer<typeof HttpSysRecord>;

export const HttpSysRecords = z.object({ records: z.array(HttpSysRecord) });
export type HttpSysRecords = z.infer<typeof HttpSysRecords>;

export const HttpSysFacts = {
  httpSysLive: HttpSysRecords,
  httpSysRegistry: HttpSysRecords,
  ipListen: z.object({ addresses: z.array(z.string()) }),
  listeners: z.array(
    z.object({
      address: z.string(),
      port: z.int(),
      pid: z.int(),
      owner: z.string().nullable(),
    }),
  ),
} as const;
