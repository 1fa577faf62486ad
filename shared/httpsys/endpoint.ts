import type { Endpoint } from '../model/endpoint.ts';
import type { IisBinding } from '../model/facts/iis.ts';
import { canonicalAddress, isIpv6 } from './address.ts';

/** Bits of IIS's `sslFlags` that choose the kind of endpoint (MS: iis-docs, bindings/binding). */
const sniBit = 1;
const ccsBit = 2;

const hostName = /^[^\s:/\\[\](){}"',;=<>|]{1,253}$/u;
/** `xxx.xxx.xxx.xxx`, `10.x.x.5`: an address of which a person hid a part is no host. */
const maskedAddress = /^[\dx*#?]{1,3}(?:\.[\dx*#?]{1,3}){3}$/iu;
/** No host has these characters, but for the star before the first dot. */
const maskedHost = /^(?!\*\.[^*#?]*$).*[*#?]/u;

/** An endpoint as netsh prints it: `0.0.0.0:443`, `[::]:443`, `host:443`; a certificate store's is its port. */
export function formatEndpoint(endpoint: Endpoint): string {
  if (endpoint.kind === 'ccs') return String(endpoint.port);
  if (endpoint.kind === 'sni') return `${endpoint.host}:${endpoint.port}`;
  return `${isIpv6(endpoint.address) ? `[${endpoint.address}]` : endpoint.address}:${endpoint.port}`;
}

/**
 * Reads what `formatEndpoint` writes and what people write: `*:443` and `:443`
 * mean `0.0.0.0:443`. Null when the text is no endpoint. Ports are 1 to 65535.
 */
export function parseEndpoint(text: string): Endpoint | null {
  const match = /^(?:(.*):)?(\d{1,5})$/u.exec(text.trim());
  const port = Number(match?.[2]);
  if (!match || port < 1 || port > 65535) return null;
  const host = match[1];
  if (host === undefined) return { kind: 'ccs', address: '', host: '', port };
  const address = host === '' || host === '*' ? '0.0.0.0' : canonicalAddress(host);
  // Without brackets the last group of an IPv6 address cannot be told from a port.
  if (address !== null && isIpv6(address) !== host.startsWith('[')) return null;
  if (address !== null) return { kind: 'ip', address, host: '', port };
  return hostName.test(host) && !maskedAddress.test(host) && !maskedHost.test(host)
    ? { kind: 'sni', address: '', host, port }
    : null;
}

/** The key of maps by endpoint: equal for two spellings of one endpoint (case of a host, form of an IPv6 address). */
export function endpointKey(endpoint: Endpoint): string {
  const address = canonicalAddress(endpoint.address) ?? endpoint.address;
  return formatEndpoint({ ...endpoint, address, host: endpoint.host.toLowerCase() });
}

/**
 * The HTTP.SYS endpoint whose record IIS reads and writes for a binding: none
 * for http, one for https. The CCS flag means the port (also together with the
 * SNI flag), the SNI flag `host:port`, else `address:port`, where `*` is
 * `0.0.0.0`: that record also serves IPv6 connections, so `[::]` is not asked
 * for; a `[::]` record that is there beats it for IPv6, which `selectRecord` tells.
 */
export function endpointsOfBinding(binding: IisBinding): Endpoint[] {
  if (binding.protocol !== 'https') return [];
  const { port, host, sslFlags } = binding;
  if (sslFlags & ccsBit) return [{ kind: 'ccs', address: '', host: '', port }];
  if (sslFlags & sniBit && host !== '') return [{ kind: 'sni', address: '', host, port }];
  const address = binding.address === '*' ? '0.0.0.0' : binding.address;
  return [{ kind: 'ip', address: canonicalAddress(address) ?? address, host: '', port }];
}
