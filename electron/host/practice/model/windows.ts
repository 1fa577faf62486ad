import { z } from 'zod';

/** The values of a `SCHANNEL\Protocols\…\Server` key; null where the value is not there. */
const SchannelProtocol = z.object({ enabled: z.int().nullable(), disabledByDefault: z.int().nullable() });

export const Windows = z.object({
  build: z.int(),
  installationType: z.enum(['Server', 'Server Core', 'Client']),
  fqdn: z.string(),
  /** Made by the installation of Windows; no other server has the same. */
  machineGuid: z.guid(),
  /** The local addresses, without brackets. */
  addresses: z.array(z.string()),
  bootTime: z.string(),
  pendingReboot: z.array(z.enum(['servicing', 'windowsUpdate', 'fileRenames'])),
  /** By protocol, such as `TLS 1.2`; a protocol without a key has the default of its build. */
  schannel: z.record(z.string(), SchannelProtocol),
  /** Optional features by DISM name. */
  features: z.record(z.string(), z.enum(['Enabled', 'Disabled', 'Disabled with Payload Removed'])),
});

/** A program that listens on a port by itself, without HTTP.SYS, with a certificate of its own. */
export const Program = z.object({
  image: z.string(),
  pid: z.int(),
  address: z.string(),
  port: z.int(),
  certificate: z.object({ der: z.string(), privateKey: z.string() }),
});
export type Program = z.infer<typeof Program>;

/** An event of the System log. */
export const SystemEvent = z.object({
  at: z.string(),
  provider: z.string(),
  id: z.int(),
  /** 2 error, 3 warning, 4 information. */
  level: z.int(),
  data: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type SystemEvent = z.infer<typeof SystemEvent>;
