import { parseCertificate } from '../../../shared/parsers/certificate.ts';
import { redactedCertificate, type RedactedCertificate } from '../../host/printed-certificate.ts';
import { thumbprintOf } from '../../probes/thumbprint.ts';

/** What a certificate says, from its DER or from what an earlier redaction left; null when the bytes are none. */
export function readCertificate(bytes: Uint8Array): RedactedCertificate | null {
  const redacted = redactedCertificate(bytes);
  if (redacted !== null) return redacted;
  // A sequence whose length takes several bytes: everything else is not worth the try.
  if (bytes[0] !== 0x30 || bytes.length < 128) return null;
  const content = parseCertificate(bytes);
  return content.ok ? { thumbprint: thumbprintOf(bytes), ...content.value } : null;
}
