import type { Certificate } from '../model/facts/tls.ts';
import { canonicalAddress } from './address.ts';

/** Where a host name was found in a certificate. */
export type NameMatch = 'san' | 'cn' | 'none';

/** A host name as DNS sees it: ASCII (IDN as punycode), lower case, no trailing dot. */
function dnsName(name: string): string {
  const bare = name.trim().replace(/\.$/u, '');
  if (/^[\x21-\x7e]*$/u.test(bare)) return bare.toLowerCase();
  return URL.canParse(`http://${bare}`) ? new URL(`http://${bare}`).hostname : bare.toLowerCase();
}

/** RFC 6125: `*` stands for exactly one label, the leftmost, as a whole. */
function covers(pattern: string, name: string): boolean {
  const wanted = dnsName(pattern);
  if (!wanted.startsWith('*.')) return wanted === name;
  const dot = name.indexOf('.');
  return dot > 0 && name.slice(dot) === wanted.slice(1);
}

/** The common names of a subject such as `CN=ps07.example, O=Corp`. */
function commonNames(subject: string): string[] {
  const parts = subject.match(/(?:\\.|[^\\,+])+/gu) ?? [];
  return parts.flatMap((part) => /^\s*CN=(.*)$/iu.exec(part)?.[1]?.replace(/\\(.)/gu, '$1').trim() ?? []);
}

/**
 * Whether a certificate is for this host name or IP address (KB191688; RFC 6125).
 * The subject's CN counts only where the certificate names no host or address
 * as alternative name, as TLS clients do it.
 */
export function matchHostName(certificate: Pick<Certificate, 'subject' | 'dns' | 'ips'>, name: string): NameMatch {
  const address = canonicalAddress(name.trim());
  const fits = (pattern: string): boolean =>
    address === null ? covers(pattern, dnsName(name)) : canonicalAddress(pattern) === address;
  if ((address === null ? certificate.dns : certificate.ips).some(fits)) return 'san';
  if (certificate.dns.length > 0 || certificate.ips.length > 0) return 'none';
  return commonNames(certificate.subject).some(fits) ? 'cn' : 'none';
}
