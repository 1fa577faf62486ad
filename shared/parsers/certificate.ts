import 'reflect-metadata';
import { ExtendedKeyUsageExtension, SubjectAlternativeNameExtension, X509Certificate } from '@peculiar/x509';
import type { Certificate } from '../model/facts/tls.ts';
import { canonicalAddress } from '../httpsys/address.ts';
import { parsed, unreadable, type Parsed } from './parsed.ts';
import { keyOf, signatureHashOf } from './certificate-algorithms.ts';

/** What a certificate says of itself; store, thumbprint, key and chain come from elsewhere. */
export type CertificateContent = Omit<Certificate, 'store' | 'thumbprint' | 'privateKey' | 'chain' | 'chainDetail'>;

function read(der: Uint8Array): CertificateContent {
  const certificate = new X509Certificate(Uint8Array.from(der));
  const names = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  const ofType = (type: string): string[] => names.flatMap((name) => (name.type === type ? [name.value] : []));
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    dns: ofType('dns'),
    ips: ofType('ip').map((address) => canonicalAddress(address) ?? address),
    eku: (certificate.getExtension(ExtendedKeyUsageExtension)?.usages ?? []).map(String),
    ...keyOf(certificate.publicKey),
    signatureHash: signatureHashOf(certificate),
  };
}

/**
 * Reads an X.509 certificate from its DER: names, dates (ISO-8601 UTC),
 * alternative names, extended key usage as OIDs, key and signature. The module
 * is heavy: import it lazily.
 */
export function parseCertificate(der: Uint8Array): Parsed<CertificateContent> {
  try {
    return parsed(read(der));
  } catch {
    return unreadable(`these ${der.length} bytes are no X.509 certificate`);
  }
}
