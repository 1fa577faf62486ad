import { canonicalAddress, isIpv6 } from '../httpsys/address.ts';
import type { FactValue } from '../model/facts.ts';
import type { IisConfig } from '../model/facts/iis.ts';
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

/** The addresses that an endpoint is meant for. */
const wantedOf = ({ endpoint: { kind, address } }: SiteEndpoint, addresses: readonly string[]): string[] =>
  kind === 'ip' && !any.includes(address) ? [address] : ownAddresses(addresses);

const covers = (listed: readonly string[], one: string): boolean =>
  listed.includes(one) || listed.includes(isIpv6(one) ? '::' : '0.0.0.0');

/** The addresses of the site's bindings that a list leaves out, each once. */
export function leftOut(
  { addresses: list }: FactValue<'ipListen'>,
  config: IisConfig,
  own: readonly string[],
): string[] {
  const listed = list.map((address) => canonicalAddress(address) ?? address);
  const wanted = [...siteEndpoints(config).values()].flatMap((site) => wantedOf(site, own));
  return [...new Set(wanted)].filter((one) => !covers(listed, one));
}

export const addCommand = (address: string): string => `netsh http add iplisten ipaddress=${address}`;
export const deleteCommand = (address: string): string => `netsh http delete iplisten ipaddress=${address}`;

function judgeEndpoint(site: SiteEndpoint, listed: readonly string[], addresses: readonly string[]): Verdict {
  const wanted = wantedOf(site, addresses);
  const uncovered = wanted.filter((one) => !covers(listed, one));
  const seen = `netsh http show iplisten names ${listOf(listed)}; the binding ${site.label} wants ${listOf(wanted) || 'every address'}.`;
  // Each line stands for itself: where several bindings are judged, their lines are put together.
  const todo = paragraphs(
    ...uncovered.map((one) => `To listen on ${one} too, run elevated: ${addCommand(one)}`),
    ...listed.map((one) => `To empty the list, so that every address answers, run instead: ${deleteCommand(one)}`),
    'Then restart Windows, or the HTTP service with all that depends on it.',
  );
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
