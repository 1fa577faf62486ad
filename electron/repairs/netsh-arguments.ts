import { formatEndpoint } from '../../shared/httpsys/endpoint.ts';
import type { Endpoint } from '../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';

/** What every build's `netsh http add sslcert` knows, in the order of its help (MS: netsh http). */
const basicParameters = [
  'verifyclientcertrevocation',
  'verifyrevocationwithcachedclientcertonly',
  'usagecheck',
  'revocationfreshnesstime',
  'urlretrievaltimeout',
  'sslctlidentifier',
  'sslctlstorename',
  'dsmapperusage',
  'clientcertnegotiation',
] as const;

/** What came with later builds: used only when this server's own help lists it. */
export const laterParameters = [
  'reject',
  'disablehttp2',
  'disablequic',
  'disablelegacytls',
  'disabletls12',
  'disabletls13',
  'disableocspstapling',
  'enabletokenbinding',
  'logextendedevents',
  'enablesessionticket',
  'disablesessionid',
] as const;

const knownParameters: readonly string[] = [...basicParameters, ...laterParameters];

const selectors = { ip: 'ipport', sni: 'hostnameport', ccs: 'ccs' } as const;

/** The one parameter that names an endpoint: `ipport=0.0.0.0:443`, `hostnameport=host:443` or `ccs=443`. */
export function endpointArgument(endpoint: Endpoint): string {
  return `${selectors[endpoint.kind]}=${formatEndpoint(endpoint)}`;
}

/**
 * The parameters that write a record with `add` or `update`. Both replace the
 * whole record, so every flag is given and nothing else: a default or a zero is
 * left out (an explicit zero time-out is error 87 on Server 2025), and so is
 * the store where an IP endpoint's record has none, so that none comes back.
 * A central certificate store endpoint takes neither hash nor store.
 */
export function recordArguments(record: HttpSysRecord): string[] {
  const args = [endpointArgument(record.endpoint)];
  if (record.endpoint.kind !== 'ccs') {
    if (record.thumbprint !== null) args.push(`certhash=${record.thumbprint.toLowerCase()}`);
    if (record.store !== null) args.push(`certstorename=${record.store}`);
  }
  if (record.appId !== null) args.push(`appid={${record.appId}}`);
  for (const name of knownParameters) {
    const value = record.flags[name];
    if (value === undefined || value === 0 || value === '') continue;
    args.push(`${name}=${typeof value === 'boolean' ? (value ? 'enable' : 'disable') : value}`);
  }
  return args;
}

/**
 * Why netsh on this server could not write this record again as it is; empty
 * when it could. Such a record is never deleted (repairs.md, rule 1).
 *
 * @param supported names of the later parameters that this server's help lists
 */
export function whyNotRebuildable(record: HttpSysRecord, supported: readonly string[]): string[] {
  const reasons = record.unknownFlags.map((flag) => `netsh has no parameter for ${flag}`);
  for (const name of Object.keys(record.flags)) {
    if (!knownParameters.includes(name)) reasons.push(`netsh has no parameter for ${name}`);
    else if (!(basicParameters as readonly string[]).includes(name) && !supported.includes(name)) {
      reasons.push(`netsh on this server does not list the parameter ${name}`);
    }
  }
  const { kind } = record.endpoint;
  if (record.appId === null) reasons.push('its application id could not be read');
  if (kind !== 'ccs' && record.thumbprint === null) {
    reasons.push(record.thumbprintReadable ? 'it names no certificate' : 'its certificate hash could not be read');
  }
  if (kind === 'sni' && record.store === null) reasons.push('a host name endpoint needs a store, and it names none');
  return reasons;
}
