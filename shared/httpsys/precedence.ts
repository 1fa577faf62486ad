import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { canonicalAddress, isIpv6 } from './address.ts';
import { recordsByEndpoint } from './record-index.ts';

/** A TLS connection as it reaches HTTP.SYS: the local address it came in on, and the name in its ClientHello. */
export interface Connection {
  address: string;
  port: number;
  serverName: string | null;
}

/** Which rung of HTTP.SYS's order a record stands on, highest first. */
type Rung = 'address' | 'serverName' | 'certificateStore' | 'anyIpv6' | 'any';

export type Selection =
  | { outcome: 'record'; record: HttpSysRecord; rung: Rung; beaten: HttpSysRecord[] }
  | { outcome: 'none' }
  | { outcome: 'unpredictable'; reason: string; candidates: HttpSysRecord[] };

/** The names of wildcard records that could cover a name: how many labels `*` spans is not documented. */
function wildcardNames(serverName: string): string[] {
  const labels = serverName.toLowerCase().split('.');
  return labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`);
}

/**
 * Which record serves a handshake (MS: HTTP.SYS's order): exact `IP:port`,
 * exact `host:port` when the client sent that name, the certificate store on
 * the port, `[::]:port` for IPv6, `0.0.0.0:port` for IPv4 and IPv6. `beaten`
 * are the other records that fit, in that order. Where a wildcard SNI record
 * stands is not documented: when one fits, the answer is `unpredictable`.
 */
export function selectRecord(records: readonly HttpSysRecord[], connection: Connection): Selection {
  const { port } = connection;
  const serverName = connection.serverName?.replace(/\.$/u, '') ?? null;
  const address = canonicalAddress(connection.address) ?? connection.address;
  const bracketed = isIpv6(address) ? `[${address}]` : address;
  const keys: [Rung, string][] = [['address', `${bracketed}:${port}`]];
  if (serverName !== null) keys.push(['serverName', `${serverName.toLowerCase()}:${port}`]);
  keys.push(['certificateStore', String(port)]);
  if (isIpv6(address)) keys.push(['anyIpv6', `[::]:${port}`]);
  keys.push(['any', `0.0.0.0:${port}`]);

  const byEndpoint = recordsByEndpoint(records);
  const fitting = keys.flatMap(([rung, key]) => {
    const record = byEndpoint.get(key);
    return record === undefined ? [] : [{ rung, record }];
  });
  const wildcards = wildcardNames(serverName ?? '').flatMap((name) => byEndpoint.get(`${name}:${port}`) ?? []);
  if (wildcards.length > 0) {
    const reason =
      'a wildcard SNI record fits this name, and where such a record stands in the order is not documented';
    return { outcome: 'unpredictable', reason, candidates: [...wildcards, ...fitting.map((fit) => fit.record)] };
  }
  const [winner, ...beaten] = fitting;
  if (winner === undefined) return { outcome: 'none' };
  return { outcome: 'record', ...winner, beaten: beaten.map((fit) => fit.record) };
}
