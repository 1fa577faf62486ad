import { canonicalAddress, isIpv6 } from '../httpsys/address.ts';
import { decide } from './decide.ts';
import { defineRule, type Verdict } from './rule.ts';
import { noHttpsBinding, siteEndpoints, type SiteEndpoint } from './site-endpoints.ts';
import { listOf, paragraphs, whyItMatters } from './words.ts';

export const httpsysIpListen = defineRule({
  id: 'httpsys.ipListen',
  title: 'Does the IP listen list of HTTP.SYS cover the bindings of the site?',
  kb: ['KB172128'],
  needs: { all: ['ipListen', 'iisConfig'], any: [] },
  concludes: {
    pass: 'The list is empty, so HTTP.SYS listens on every address.',
    info: 'The list is in use and covers the bindings on every IPv4 address of this server.',
    warn: 'Of the addresses of this server some are not on it.',
    fail: 'The address of a binding is not on it, or none of the addresses of this server is.',
  },
  decisive: false,
  applicable: ({ iisConfig }) => noHttpsBinding(iisConfig),
  judge({ ipListen, iisConfig }, { addresses }) {
    const listed = ipListen.addresses.map((address) => canonicalAddress(address) ?? address);
    if (listed.length === 0) {
      return {
        status: 'pass',
        summary: 'HTTP.SYS has no IP listen list: it listens on every address.',
        detail: 'netsh http show iplisten names no address.',
      };
    }
    return decide([...siteEndpoints(iisConfig).values()].map((site) => judgeEndpoint(site, listed, addresses)))!;
  },
});

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
const any = ['0.0.0.0', '::'];

/** The addresses that others reach this server by: its IPv4 ones, or all where it has none. */
function ownAddresses(addresses: readonly string[]): string[] {
  const outside = addresses.map((address) => canonicalAddress(address) ?? address).filter((one) => !isLoopback(one));
  const ipv4 = outside.filter((address) => !isIpv6(address));
  return ipv4.length > 0 ? ipv4 : outside;
}

function judgeEndpoint(site: SiteEndpoint, listed: readonly string[], addresses: readonly string[]): Verdict {
  const { kind, address } = site.endpoint;
  const wanted = kind === 'ip' && !any.includes(address) ? [address] : ownAddresses(addresses);
  const covered = (one: string): boolean => listed.includes(one) || listed.includes(isIpv6(one) ? '::' : '0.0.0.0');
  const uncovered = wanted.filter((one) => !covered(one));
  const seen = `netsh http show iplisten names ${listOf(listed)}; the binding ${site.label} wants ${listOf(wanted) || 'every address'}.`;
  const todo = `Run "netsh http add iplisten ipaddress=${uncovered[0]}" for each address that is missing, or empty the list with "netsh http delete iplisten ipaddress=${listed[0]}" for each entry, then restart the HTTP service or Windows.`;
  if (uncovered.length === 0) {
    return {
      status: 'info',
      summary: `The IP listen list of HTTP.SYS is in use, and covers ${site.label}.`,
      detail: `${seen} An address that comes later must be added to it.`,
    };
  }
  if (uncovered.length === wanted.length) {
    return {
      status: 'fail',
      summary: `The IP listen list of HTTP.SYS leaves out ${listOf(uncovered)}: nothing answers there.`,
      detail: paragraphs(
        seen,
        `HTTP.SYS opens its ports on the listed addresses only, whatever bindings and records say. ${whyItMatters}`,
        todo,
      ),
    };
  }
  return {
    status: 'warn',
    summary: `The IP listen list of HTTP.SYS leaves out ${listOf(uncovered)}, an address of this server.`,
    detail: paragraphs(
      seen,
      'Which address the package server uses for its own web site is not documented: it may be one that is left out.',
      todo,
    ),
  };
}
