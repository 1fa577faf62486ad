import { endpointKey, endpointsOfBinding, formatEndpoint } from '../httpsys/endpoint.ts';
import { ownerOf } from '../httpsys/owners.ts';
import { shortThumbprint } from '../httpsys/thumbprint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Result } from '../model/result.ts';
import { agentSiteId, siteEndpoints } from '../rules/site-endpoints.ts';
import { valueOf } from './chain-facts.ts';

/** An HTTPS endpoint that is not the package server's own, or that it shares. */
export interface OtherEndpoint {
  label: string;
  /** Sites with a binding for it, other than the package server's. */
  sites: string[];
  thumbprint: string | null;
  owner: string | null;
  hasRecord: boolean;
  /** The package server's site has a binding for it too. */
  shared: boolean;
}

/** What else answers HTTPS on this server: other sites' endpoints, and records of other products. */
export function otherEndpoints(result: Result): OtherEndpoint[] {
  const config = valueOf(result.facts, 'iisConfig');
  const live = valueOf(result.facts, 'httpSysLive');
  if (config === undefined || live === undefined) return [];
  const own = siteEndpoints(config);
  const found = new Map<string, OtherEndpoint>();
  const at = (endpoint: Endpoint): OtherEndpoint => {
    const key = endpointKey(endpoint);
    const known = found.get(key);
    if (known) return known;
    const fresh = {
      label: formatEndpoint(endpoint),
      sites: [],
      thumbprint: null,
      owner: null,
      hasRecord: false,
      shared: own.has(key),
    };
    found.set(key, fresh);
    return fresh;
  };
  for (const site of config.sites) {
    if (site.id === agentSiteId) continue;
    for (const endpoint of site.bindings.flatMap(endpointsOfBinding)) {
      const { sites } = at(endpoint);
      const name = `${site.name} (id ${site.id})`;
      if (!sites.includes(name)) sites.push(name);
    }
  }
  for (const record of live.records) {
    if (own.has(endpointKey(record.endpoint)) && !found.has(endpointKey(record.endpoint))) continue;
    const entry = at(record.endpoint);
    entry.hasRecord = true;
    entry.thumbprint = record.thumbprint === null ? null : shortThumbprint(record.thumbprint);
    entry.owner = ownerOf(record).product;
  }
  return [...found.values()];
}
