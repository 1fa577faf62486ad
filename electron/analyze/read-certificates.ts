import type { Certificate } from '../../shared/model/facts/tls.ts';
import { thumbprintOf } from '../probes/thumbprint.ts';
import { reading, type Found } from './reading.ts';
import { sentCertificates } from './shares.ts';

const pem = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]{0,100000})-----END/gu;

/** The DER of each certificate in a text, also where a mail put a mark before every line. */
export function dersOfPem(text: string): Buffer[] {
  return [...text.matchAll(pem)].map(([, body = '']) => Buffer.from(body.replace(/^[\s>|]+/gmu, ''), 'base64'));
}

/** Whether bytes begin as a certificate does: an ASN.1 sequence with a length of two or three bytes. */
export const looksLikeDer = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x30 && (bytes[1] === 0x82 || bytes[1] === 0x83);

/** A sequence without what may follow it: a thumbprint is made of exactly its bytes. */
function sequence(bytes: Buffer): Buffer {
  const lengthBytes = (bytes[1] ?? 0) & 0x7f;
  if (!looksLikeDer(bytes) || bytes.length < 2 + lengthBytes) return bytes;
  return bytes.subarray(0, 2 + lengthBytes + bytes.readUIntBE(2, lengthBytes));
}

const sentStore = (file: string): string => `(sent as ${file})`;

/** Whether a certificate was sent by itself, so that its store is not known. */
export const isSent = ({ store }: Certificate): boolean => /^\(sent as .*\)$/su.test(store);

/**
 * Certificates that were sent by themselves. Their store is not known, nor
 * whether their keys are there: the fact says so in the words that it has.
 */
export async function readCertificates(file: string, ders: readonly Buffer[]): Promise<Found> {
  // The reader of certificates is heavy, and only needed here.
  const { parseCertificate } = await import('../../shared/parsers/certificate.ts');
  const items: Certificate[] = [];
  for (const sent of ders) {
    const der = sequence(sent);
    const content = parseCertificate(der);
    if (!content.ok) continue;
    const unknown = { privateKey: 'unknown', chain: 'unknown', chainDetail: '' } as const;
    items.push({ store: sentStore(file), thumbprint: thumbprintOf(der), ...content.value, ...unknown });
  }
  const broken = ders.length - items.length;
  const notes = broken === 0 ? [] : [`${broken} of ${ders.length} certificates in it cannot be read`];
  if (items.length === 0) return { readings: [], notes };
  const words = items.length === 1 ? `a certificate, ${items[0]!.subject}` : `${items.length} certificates`;
  return { readings: [reading('certificates', file, { items }, sentCertificates)], notes: [words, ...notes] };
}
