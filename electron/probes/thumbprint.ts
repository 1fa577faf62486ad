import { createHash } from 'node:crypto';
import { redactedCertificate } from '../host/printed-certificate.ts';

/**
 * SHA-1 over a certificate's DER, upper-case hex: what Windows calls its
 * thumbprint. What redaction left of a certificate says it itself.
 */
export const thumbprintOf = (certificate: Uint8Array): string =>
  redactedCertificate(certificate)?.thumbprint ?? createHash('sha1').update(certificate).digest('hex').toUpperCase();
