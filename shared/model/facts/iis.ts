import { z } from 'zod';
import { Thumbprint } from '../endpoint.ts';

/** One http or https binding as applicationHost.config holds it; `*` or an empty address is `*`. */
export const IisBinding = z.object({
  protocol: z.enum(['http', 'https']),
  address: z.string(),
  port: z.int(),
  host: z.string(),
  /** Bits: 1 SNI, 2 CCS, 4 no HTTP/2, 8 no OCSP stapling, 16 no QUIC, 32 no TLS 1.3, 64 no legacy TLS. */
  sslFlags: z.int(),
});
export type IisBinding = z.infer<typeof IisBinding>;

export const IisSite = z.object({
  id: z.int(),
  name: z.string(),
  autoStart: z.boolean(),
  enabledProtocols: z.array(z.string()),
  bindings: z.array(IisBinding),
});
export type IisSite = z.infer<typeof IisSite>;

const LegacyMetabaseProperty = z.object({
  path: z.string(),
  /** 5506 is a certificate hash, 5511 a store name. */
  id: z.int(),
  thumbprint: Thumbprint.nullable(),
  text: z.string().nullable(),
});

/** One application of a site, with the folders it publishes. */
const IisApplication = z.object({
  siteId: z.int(),
  /** `/` for the site's own, else such as `/Altiris/PS`. */
  path: z.string(),
  /** Null when the file leaves it to the default. */
  pool: z.string().nullable(),
  virtualDirectories: z.array(z.object({ path: z.string(), physicalPath: z.string() })),
});
export type IisApplication = z.infer<typeof IisApplication>;

export const IisConfig = z.object({
  sites: z.array(IisSite),
  applications: z.array(IisApplication),
  legacyMetabase: z.array(LegacyMetabaseProperty),
  sharedConfiguration: z.boolean(),
});
export type IisConfig = z.infer<typeof IisConfig>;

export const IisViewBinding = IisBinding.extend({
  certificate: Thumbprint.nullable(),
  store: z.string().nullable(),
});
export type IisViewBinding = z.infer<typeof IisViewBinding>;

/** What the IIS API shows: a cached view of HTTP.SYS, and the run state of each site. */
export const IisView = z.object({
  sites: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      state: z.string(),
      bindings: z.array(IisViewBinding),
    }),
  ),
});
export type IisView = z.infer<typeof IisView>;

export const IisFacts = {
  iisConfig: IisConfig,
  iisView: IisView,
  iisFeatures: z.object({ components: z.record(z.string(), z.boolean()) }),
  appPools: z.array(z.object({ name: z.string(), state: z.string(), usedBy: z.array(z.string()) })),
} as const;
