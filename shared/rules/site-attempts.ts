import { canonicalAddress } from '../httpsys/address.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import type { HandshakeAttempt, Handshakes } from '../model/facts/tls.ts';
import type { JudgeContext } from './rule.ts';
import { siteEndpoints, type SiteEndpoint } from './site-endpoints.ts';

/** One handshake with the agent's site, and the endpoint that it was for, when a binding says so. */
export interface SiteAttempt {
  attempt: HandshakeAttempt;
  site: SiteEndpoint | null;
}

const sameName = (a: string | null, b: string | null): boolean => a?.toLowerCase() === b?.toLowerCase();

/** The endpoint that a handshake was for: SNI first, as HTTP.SYS does; a certificate store and an address binding take every name. */
export function endpointOf(attempt: HandshakeAttempt, sites: readonly SiteEndpoint[]): SiteEndpoint | null {
  const onPort = sites.filter(({ endpoint }) => endpoint.port === attempt.port);
  const address = canonicalAddress(attempt.address) ?? attempt.address;
  const fits = ({ endpoint }: SiteEndpoint): boolean =>
    endpoint.kind === 'ccs' || (endpoint.kind === 'ip' && ['0.0.0.0', '::', address].includes(endpoint.address));
  return (
    onPort.find(({ endpoint }) => endpoint.kind === 'sni' && sameName(endpoint.host, attempt.serverName)) ??
    onPort.find(({ endpoint }) => endpoint.address === address) ??
    onPort.find(fits) ??
    null
  );
}

/**
 * A handshake as a client makes it by default. One that offers a single protocol
 * version asks about that version, and Schannel's judge the certificate as well.
 */
export const isPlain = ({ client, offered }: HandshakeAttempt): boolean => client === 'node' && offered === undefined;

/**
 * The HTTPS requests to the server's own name: Schannel's, and Node's that asked
 * for a page. Where Node got none, what it tried by that name stands for it.
 */
export function selfAccessAttempts({ attempts }: Handshakes, { fqdn }: Pick<JudgeContext, 'fqdn'>): HandshakeAttempt[] {
  const own = attempts.filter(({ serverName }) => fqdn !== null && sameName(serverName, fqdn));
  const node = own.filter(isPlain);
  const asked = node.filter(({ http }) => http !== null);
  return [...(asked.length > 0 ? asked : node.slice(0, 1)), ...own.filter(({ client }) => client === 'schannel')];
}

/**
 * The handshakes that tell about the agent's site: on the ports and addresses of
 * its HTTPS bindings, without a name, with the server's own, or with a binding's.
 * Names of other sites are left out, and so is all of them where the site has no
 * HTTPS binding. When the IIS configuration is not known, the name alone decides.
 */
export function siteAttempts(
  { attempts }: Handshakes,
  config: IisConfig | undefined,
  context: JudgeContext,
): SiteAttempt[] {
  const sites = config ? [...siteEndpoints(config).values()] : [];
  const hosts = sites.flatMap(({ bindings }) => bindings.map(({ host }) => host));
  const names = new Set([context.fqdn, ...hosts].map((name) => name?.toLowerCase()));
  return attempts.filter(isPlain).flatMap((attempt) => {
    const { serverName, port } = attempt;
    if (serverName !== null && !names.has(serverName.toLowerCase())) return [];
    const site = endpointOf(attempt, sites);
    if (!config || site) return [{ attempt, site }];
    // A client without the name of an SNI binding may be the agent: it counts, for no endpoint.
    const sniOnly = sites.some(({ endpoint }) => endpoint.kind === 'sni' && endpoint.port === port);
    return sniOnly ? [{ attempt, site: null }] : [];
  });
}
