import { endpointKey, endpointsOfBinding } from '../httpsys/endpoint.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { expectedCertificate, type Expected, type ExpectedFrom } from './expected.ts';
import { remember } from './remember.ts';
import type { JudgeContext } from './rule.ts';
import { agentSiteId, siteEndpoints, type SiteEndpoint } from './site-endpoints.ts';

/** What the IIS 6 metabase layer holds for one site whose record it would rewrite. */
export interface LegacyKey {
  /** Such as `LM/W3SVC/1`. */
  path: string;
  /** Property 5506; null when only a store is named. A hash that is no thumbprint is told as text. */
  hash: { thumbprint: string | null; text: string | null } | null;
  /** Property 5511, or MY. */
  store: string;
  expected: Expected | null;
}

/** The sites that have an HTTPS endpoint in common with the agent's site, itself first; each with that endpoint. */
export const sitesOnEndpoints = remember((config: IisConfig): ReadonlyMap<number, SiteEndpoint[]> => {
  const ours = siteEndpoints(config);
  const found = new Map<number, SiteEndpoint[]>([[agentSiteId, [...ours.values()]]]);
  for (const site of config.sites) {
    if (site.id === agentSiteId) continue;
    const keys = new Set(site.bindings.flatMap((binding) => endpointsOfBinding(binding).map(endpointKey)));
    const shared = [...keys].flatMap((key) => ours.get(key) ?? []);
    if (shared.length > 0) found.set(site.id, shared);
  }
  return found;
});

const siteOfPath = (path: string): number => Number(/^\/?LM\/W3SVC\/(\d+)/iu.exec(path)?.[1] ?? Number.NaN);

/**
 * The certificate properties of `<customMetadata>` (Microsoft KB 2025598) that
 * would rewrite a record of the agent's site: its own, and those of sites that
 * share an endpoint with it.
 */
export function legacyKeys(config: IisConfig, from: ExpectedFrom, context: JudgeContext): LegacyKey[] {
  const sites = sitesOnEndpoints(config);
  const byPath = new Map<string, IisConfig['legacyMetabase']>();
  for (const property of config.legacyMetabase) {
    if (!sites.has(siteOfPath(property.path))) continue;
    const path = property.path.toUpperCase();
    byPath.set(path, [...(byPath.get(path) ?? []), property]);
  }
  return [...byPath.values()].map((properties) => {
    const hash = properties.find(({ id }) => id === 5506) ?? null;
    const [endpoint] = sites.get(siteOfPath(properties[0]!.path)) ?? [];
    return {
      path: properties[0]!.path,
      hash: hash && { thumbprint: hash.thumbprint, text: hash.text },
      store: properties.find(({ id }) => id === 5511)?.text ?? 'MY',
      expected: endpoint ? expectedCertificate(endpoint, from, context) : null,
    };
  });
}
