import { canonicalAddress } from '../../shared/httpsys/address.ts';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';
import type { IisBinding } from '../../shared/model/facts/iis.ts';
import type { TlsQuestion } from '../host/host.ts';

/** One handshake to try; `http` adds a GET of `/` after it, `version` is the only one that is offered. */
export interface PlannedHandshake {
  address: string;
  port: number;
  serverName: string | null;
  http: boolean;
  version?: NonNullable<TlsQuestion['version']>;
}

/** A server with thousands of names is sampled: these are tried for each address and port. */
const mostNames = 12;
const mostHandshakes = 80;

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
/** Such an address needs a zone, and no package server is asked by it. */
const isLinkLocal = (address: string): boolean => /^(?:fe[89ab]|169\.254\.)/u.test(address);
const isExactName = (host: string): boolean => host !== '' && !host.includes('*') && canonicalAddress(host) === null;

/**
 * Which handshakes tell how this server answers: on 127.0.0.1 and each local
 * address, for the HTTPS ports of the agent's site and 443, without a name and
 * with the own FQDN, the host of each binding and of each SNI record. One of
 * them, by the own FQDN on the first address that others can reach, asks for a page;
 * beside it, each of the newer protocol versions is tried by itself.
 */
export function planHandshakes(
  fqdn: string | null,
  addresses: readonly string[],
  bindings: readonly IisBinding[],
  records: readonly HttpSysRecord[],
): PlannedHandshake[] {
  const https = bindings.filter((binding) => binding.protocol === 'https');
  const ports = new Set([443, ...https.map((binding) => binding.port)]);
  const local = new Set(['127.0.0.1', ...addresses.map((address) => canonicalAddress(address) ?? address)]);
  const reachable = [...local].filter((address) => !isLinkLocal(address));
  const outside = reachable.find((address) => !isLoopback(address)) ?? '127.0.0.1';

  const ownPort = https.some((binding) => binding.port === 443) ? 443 : (https[0]?.port ?? 443);

  const planned = [...ports].flatMap((port) => {
    const hosts = [
      ...https.filter((binding) => binding.port === port).map((binding) => binding.host),
      ...records.filter(({ endpoint }) => endpoint.port === port).map(({ endpoint }) => endpoint.host),
    ];
    const named = new Map<string, string>();
    for (const host of [fqdn ?? '', ...hosts].filter(isExactName)) {
      if (!named.has(host.toLowerCase())) named.set(host.toLowerCase(), host);
    }
    const names = [null, ...named.values()].slice(0, mostNames);
    return names.flatMap((serverName) =>
      reachable.map((address) => {
        const own = serverName !== null && serverName === fqdn;
        return { address, port, serverName, http: own && address === outside && port === ownPort };
      }),
    );
  });
  const own = planned.find(({ http }) => http);
  const pinned = (['TLSv1.2', 'TLSv1.3'] as const).flatMap((version) =>
    own === undefined ? [] : { ...own, http: false, version },
  );
  return [...planned.slice(0, mostHandshakes - pinned.length), ...pinned];
}
