import { canonicalAddress } from '../../httpsys/address.ts';
import { afterNul } from './patterns.ts';

/** The digits are looked at before what is before them: most places have none. */
const begin = (digit: string, noPartOf: string): string =>
  String.raw`(?=${digit})(?:${afterNul}|(?!(?<=\\)0)(?<!${noPartOf}))`;
const octets = String.raw`(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)`;
const ipv4 = new RegExp(
  String.raw`${begin(String.raw`\d`, String.raw`[\d.]`)}(?<!\bv(?:ersion)?\s*[=:]?\s*["']?)${octets}`,
  'giu',
);
const ipv6 = new RegExp(
  String.raw`${begin(String.raw`[\da-f:]`, String.raw`[\p{L}\p{N}:.]`)}(?:[\da-f]{0,4}:){2,7}(?:${octets}|(?:[\da-f]{1,4})?(?![\p{L}\p{N}:]|\.\d))`,
  'giu',
);

/** The IPv4 address that an IPv6 one stands for (RFC 4291, 2.5.5.2); null for any other. */
export function mappedIpv4(address: string): string | null {
  const groups = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/u.exec(canonicalAddress(address) ?? '');
  if (groups === null) return null;
  const [high, low] = [parseInt(groups[1]!, 16), parseInt(groups[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Addresses that are the same on every server. */
const general = /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|255\.\d+\.\d+\.\d+|::|::1)$/u;

/** Whether an address says something about its server: not the loopback, not the any-address. */
export const tells = (address: string): boolean =>
  !general.test(mappedIpv4(address) ?? canonicalAddress(address) ?? '::');

/** Every address in a text as it is spelled there, those that are everywhere the same left out. */
export function addressesIn(text: string): string[] {
  const four = text.match(ipv4) ?? [];
  // "::" stands in scripts too; an address has a digit or several groups.
  const six = (text.match(ipv6) ?? []).filter((found) => /\d/u.test(found) || found.split(':').length > 4);
  return [...four, ...six].filter((found) => canonicalAddress(found) !== null && tells(found));
}
