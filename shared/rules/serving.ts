import { canonicalAddress, isIpv6 } from '../httpsys/address.ts';
import { selectRecord, type Connection, type Selection } from '../httpsys/precedence.ts';
import { recordsByEndpoint } from '../httpsys/record-index.ts';
import type { HttpSysRecord, HttpSysRecords } from '../model/facts/httpsys.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { remember } from './remember.ts';
import type { JudgeContext } from './rule.ts';
import { isByName, siteEndpoints, type SiteEndpoint } from './site-endpoints.ts';

/** One way in which a client can reach an endpoint, and the record that HTTP.SYS's order gives it. */
export interface Reached {
  connection: Connection;
  selection: Selection;
}

/** What HTTP.SYS has for one HTTPS endpoint of the agent's site. */
export interface Serving {
  site: SiteEndpoint;
  /** The record of this very endpoint, when there is one. */
  own: HttpSysRecord | undefined;
  /** Clients that the binding is for: of a binding by name (SNI) those that send its name, else all. */
  meant: Reached[];
  /** For a binding by name the clients that send no name or the server's own; else none. */
  others: Reached[];
}

const anyAddress = new Set(['0.0.0.0', '::']);

/** The server's addresses; where they are not known, those for which HTTP.SYS has records on that port. */
function localAddresses(live: HttpSysRecords, port: number, known: readonly string[]): readonly string[] {
  if (known.length > 0) return known;
  return live.records.flatMap(({ endpoint }) =>
    endpoint.kind === 'ip' && endpoint.port === port && !anyAddress.has(endpoint.address) ? [endpoint.address] : [],
  );
}

function addressesOf({ endpoint }: SiteEndpoint, local: readonly string[]): string[] {
  if (endpoint.kind === 'ip' && !anyAddress.has(endpoint.address)) return [endpoint.address];
  const all = ['127.0.0.1', ...local].map((address) => canonicalAddress(address) ?? address);
  return [...new Set(endpoint.address === '::' ? [...all.filter(isIpv6), '::1'] : all)];
}

/** The name of a client that a host name of a binding is for; a wildcard's needs a label of its own. */
const clientName = (host: string): string => host.replace(/^\*\./u, 'any.');

/**
 * For each HTTPS endpoint of the agent's site: which record serves which client.
 * Clients come in on every local address of the server, with the names that
 * matter to the package server: none, the server's own, those of the bindings.
 */
export const servingOf = remember((config: IisConfig, live: HttpSysRecords, context: JudgeContext): Serving[] => {
  const general = [null, ...(context.fqdn === null ? [] : [context.fqdn])];
  return [...siteEndpoints(config)].map(([key, site]) => {
    const { port } = site.endpoint;
    const named = isByName(site);
    const reach = (names: readonly (string | null)[]): Reached[] =>
      addressesOf(site, localAddresses(live, port, context.addresses)).flatMap((address) =>
        [...new Set(names)].map((serverName) => {
          const connection = { address, port, serverName };
          return { connection, selection: selectRecord(live.records, connection) };
        }),
      );
    const hosts = site.bindings.flatMap(({ host }) => (host === '' ? [] : [clientName(host)]));
    return {
      site,
      own: recordsByEndpoint(live.records).get(key),
      meant: reach(named ? hosts : [...general, ...hosts]),
      others: named ? reach(general) : [],
    };
  });
});

/**
 * The records that serve an endpoint's clients, each once. Where the order is
 * not predictable, the endpoint's own record stands for what would serve.
 */
export function servingRecords({ own, meant }: Serving): HttpSysRecord[] {
  const records = meant.flatMap(({ selection }) => {
    if (selection.outcome === 'record') return [selection.record];
    return selection.outcome === 'unpredictable' && own ? [own] : [];
  });
  return [...new Set(records)];
}
