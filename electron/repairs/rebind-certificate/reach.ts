import { isIpv6 } from '../../../shared/httpsys/address.ts';
import { endpointKey, endpointsOfBinding, formatEndpoint } from '../../../shared/httpsys/endpoint.ts';
import type { Endpoint } from '../../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../../shared/model/facts/httpsys.ts';
import type { IisBinding, IisSite } from '../../../shared/model/facts/iis.ts';
import { certificateWords } from '../steps/netsh.ts';

const bindingText = ({ address, port, host }: IisBinding): string => `${address}:${port}:${host}`;

/** The other sites whose bindings use the same record: http.sys holds one for all of them (KB2405568). */
export function sitesOnEndpoint(sites: readonly IisSite[], endpoint: Endpoint, ownId: number): string[] {
  const key = endpointKey(endpoint);
  return sites
    .filter(({ id }) => id !== ownId)
    .flatMap(({ id, name, bindings }) => {
      const shared = bindings.filter((own) => endpointsOfBinding(own).some((other) => endpointKey(other) === key));
      if (shared.length === 0) return [];
      const list = shared.map(bindingText).join(', ');
      return [
        `Site "${name}" (id ${id}) has ${list} on ${formatEndpoint(endpoint)} and will serve the same certificate.`,
      ];
    });
}

/** The place of an endpoint in HTTP.SYS's order (httpsys.md 2), 1 first. */
function rungOf({ kind, address }: Endpoint): number {
  if (kind === 'sni') return 2;
  if (kind === 'ccs') return 3;
  return { '::': 4, '0.0.0.0': 5 }[address] ?? 1;
}

/** Who is served by a record that stands before another. */
export function clientsOf({ kind, address, host }: Endpoint): string {
  if (kind === 'sni') return `clients that ask for ${host}`;
  if (kind === 'ccs') return 'clients that send a name';
  return address === '::' ? 'clients that connect by IPv6' : `clients that connect to ${address}`;
}

/** The records that some clients are served instead, whatever the record of this endpoint says. */
export function recordsThatStillWin(records: readonly HttpSysRecord[], endpoint: Endpoint): string[] {
  const ipv6Only = endpoint.kind === 'ip' && isIpv6(endpoint.address);
  return records
    .filter(({ endpoint: other }) => other.port === endpoint.port && rungOf(other) < rungOf(endpoint))
    .filter(({ endpoint: other }) => !ipv6Only || other.kind !== 'ip' || isIpv6(other.address))
    .map(
      (record) => `${formatEndpoint(record.endpoint)} with ${certificateWords(record)}: ${clientsOf(record.endpoint)}.`,
    );
}
