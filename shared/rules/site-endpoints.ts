import { endpointKey, endpointsOfBinding, formatEndpoint } from '../httpsys/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { IisBinding, IisConfig, IisSite } from '../model/facts/iis.ts';

/** The IIS site that the package server uses: it asks for `/lm/w3svc/1/ROOT` (KB158750). */
export const agentSiteId = 1;

/** The agent's site by its id; a renamed site is fine (KB158750). */
export const agentSite = (config: IisConfig): IisSite | undefined =>
  config.sites.find((site) => site.id === agentSiteId);

/** An HTTPS endpoint of the agent's site, with the bindings that share it. */
export interface SiteEndpoint {
  endpoint: Endpoint;
  /** As netsh writes it, such as `0.0.0.0:443`. */
  label: string;
  bindings: IisBinding[];
}

/** The bit of IIS's `sslFlags` for SNI (MS: iis-docs, bindings/binding). */
const sniBit = 1;

/** Only clients that send the name of a binding are meant: SNI, also together with the Central Certificate Store. */
export const isByName = ({ endpoint, bindings }: SiteEndpoint): boolean =>
  endpoint.kind === 'sni' ||
  (endpoint.kind === 'ccs' && bindings.every(({ host, sslFlags }) => host !== '' && (sslFlags & sniBit) !== 0));

/** The HTTPS endpoints of the agent's site, each once, by `endpointKey`; none when the site is not there. */
export function siteEndpoints(config: IisConfig): ReadonlyMap<string, SiteEndpoint> {
  const found = new Map<string, SiteEndpoint>();
  for (const binding of agentSite(config)?.bindings ?? []) {
    for (const endpoint of endpointsOfBinding(binding)) {
      const key = endpointKey(endpoint);
      const known = found.get(key);
      if (known) known.bindings.push(binding);
      else found.set(key, { endpoint, label: formatEndpoint(endpoint), bindings: [binding] });
    }
  }
  return found;
}

/** Why a question about the HTTPS endpoints of the agent's site does not arise, or null when it does. */
export function noHttpsBinding(config: IisConfig): string | null {
  if (agentSite(config) === undefined) {
    return `There is no IIS site with id ${agentSiteId}, so it has no HTTPS binding.`;
  }
  return siteEndpoints(config).size > 0 ? null : `The site with id ${agentSiteId} has no HTTPS binding.`;
}
