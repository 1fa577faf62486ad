import { z } from 'zod';

const Binding = z.object({
  protocol: z.string(),
  /** `IP:port:host`. */
  bindingInformation: z.string(),
  sslFlags: z.int(),
  /**
   * The certificate that IIS read from HTTP.SYS when it last looked, and goes on
   * showing. Not in applicationHost.config. Null: IIS asks HTTP.SYS each time.
   */
  shown: z.object({ hash: z.string(), store: z.string().nullable() }).nullable(),
});
export type Binding = z.infer<typeof Binding>;

const VirtualDirectory = z.object({
  path: z.string(),
  physicalPath: z.string(),
  userName: z.string().nullable(),
  password: z.string().nullable(),
});

const Site = z.object({
  id: z.int(),
  name: z.string(),
  autoStart: z.boolean(),
  state: z.enum(['Started', 'Stopped']),
  bindings: z.array(Binding),
  applications: z.array(
    z.object({
      path: z.string(),
      pool: z.string(),
      enabledProtocols: z.string().nullable(),
      virtualDirectories: z.array(VirtualDirectory),
    }),
  ),
});
export type Site = z.infer<typeof Site>;

export const Iis = z.object({
  sites: z.array(Site),
  pools: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['Started', 'Stopped']),
      userName: z.string().nullable(),
      password: z.string().nullable(),
    }),
  ),
  /** What the IIS 6 metabase layer keeps: `LM/W3SVC/1` with its properties. */
  customMetadata: z.array(
    z.object({
      path: z.string(),
      properties: z.array(z.object({ id: z.int(), dataType: z.string(), userType: z.int(), value: z.string() })),
    }),
  ),
});
export type Iis = z.infer<typeof Iis>;
