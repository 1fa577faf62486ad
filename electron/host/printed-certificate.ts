import { z } from 'zod';
import { Certificate } from '../../shared/model/facts/tls.ts';

/**
 * What redaction leaves of a certificate: what was read from it, without its DER,
 * which would tell every name again. The thumbprint is the original's.
 */
export const RedactedCertificate = Certificate.omit({
  store: true,
  privateKey: true,
  chain: true,
  chainDetail: true,
});
export type RedactedCertificate = z.infer<typeof RedactedCertificate>;

/** A certificate as evidence holds it: base64 of its DER, or the JSON that redaction made of it. */
export const PrintedCertificate = z.union([z.base64(), RedactedCertificate]);
export type PrintedCertificate = z.infer<typeof PrintedCertificate>;

/** The bytes that an answer carries: the DER, or the JSON as UTF-8. */
export const certificateBytes = (printed: PrintedCertificate): Uint8Array<ArrayBuffer> =>
  new Uint8Array(typeof printed === 'string' ? Buffer.from(printed, 'base64') : Buffer.from(JSON.stringify(printed)));

/** What redaction left, from the bytes of an answer; null for a DER, which never begins like JSON. */
export function redactedCertificate(bytes: Uint8Array): RedactedCertificate | null {
  return bytes[0] === '{'.charCodeAt(0) ? RedactedCertificate.parse(JSON.parse(Buffer.from(bytes).toString())) : null;
}

/** The other way round. */
export const printCertificate = (bytes: Uint8Array): PrintedCertificate =>
  redactedCertificate(bytes) ?? Buffer.from(bytes).toString('base64');
