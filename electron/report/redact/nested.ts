import { decodeUnicode } from '../../host/decode.ts';
import type { PrintedCertificate, RedactedCertificate } from '../../host/printed-certificate.ts';
import { readCertificate } from './read-certificate.ts';

const base64 = /(?<![A-Za-z\d+/])[A-Za-z\d+/]{12,}={0,2}(?![A-Za-z\d+/=])/gu;
/** As `reg export` writes binary values, over several lines. */
const listed = /(?<![\da-f,])[\da-f]{2}(?:,(?:\\\r?\n\s*)?[\da-f]{2}){5,}(?![\da-f,])/giu;
const hex = /(?<![\da-zA-Z])(?:[\da-f]{2}){6,}(?![\da-zA-Z])/giu;

/** What is done with a text, and with a certificate of which only its names are hidden. */
interface Hiding {
  text(value: string): string;
  certificate(found: RedactedCertificate): PrintedCertificate;
}

/**
 * Replaces values that a text holds in another writing: base64 and hex digits,
 * of UTF-8 or UTF-16, as a registry query, its export or an encoded command
 * prints them; hashes in base64; certificates. What holds nothing to be hidden
 * stays to the letter.
 */
export function redactNested(text: string, redact: Hiding): string {
  return text
    .replace(listed, (digits) => {
      const bytes = Buffer.from(digits.replace(/[^\da-f]/giu, ''), 'hex');
      const changed = redactBytes(bytes, redact)?.toString('hex');
      return changed === undefined ? digits : (changed.match(/../gu) ?? []).join(',');
    })
    .replace(base64, (token) => {
      if (token.length % 4 !== 0) return token;
      const bytes = Buffer.from(token, 'base64');
      return redactBytes(bytes, redact)?.toString('base64') ?? token;
    })
    .replace(hex, (digits) => {
      const changed = redactBytes(Buffer.from(digits, 'hex'), redact)?.toString('hex');
      if (changed === undefined) return digits;
      return /[a-f]/u.test(digits) ? changed : changed.toUpperCase();
    });
}

/** Looks into the bytes as text, and as a hash; null when nothing of it is to be hidden. */
function redactBytes(bytes: Buffer, hiding: Hiding): Buffer | null {
  const { text: redact } = hiding;
  if (bytes.length === 20 || bytes.length === 32) {
    const digits = bytes.toString('hex');
    const hash = redact(digits);
    if (hash !== digits) return Buffer.from(hash, 'hex');
  }
  const decoded = decodeUnicode(bytes);
  if (decoded === null) return redactBinary(bytes, hiding);
  const { text, encoding } = decoded;
  // Short values can be UTF-16 without enough ASCII to be told from UTF-8 with NULs.
  if (encoding !== 'utf-8' && encoding !== 'utf-16le') return null;
  const changed = redact(text);
  return changed === text ? null : Buffer.from(changed, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

/** A certificate in it becomes the JSON of what it says; text in it is looked at byte by byte and as UTF-16. */
function redactBinary(bytes: Buffer, hiding: Hiding): Buffer | null {
  const without = withoutCertificate(bytes, hiding) ?? bytes;
  let changed = replacedAs(without, 'latin1', 0, hiding.text);
  for (const start of [0, 1]) changed = replacedAs(changed, 'utf16le', start, hiding.text);
  return changed.equals(bytes) ? null : changed;
}

function replacedAs(bytes: Buffer, encoding: 'latin1' | 'utf16le', start: number, redact: Hiding['text']): Buffer {
  const end = encoding === 'utf16le' ? bytes.length - ((bytes.length - start) % 2) : bytes.length;
  const text = bytes.toString(encoding, start, end);
  const changed = redact(text);
  if (changed === text) return bytes;
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(changed, encoding), bytes.subarray(end)]);
}

/** Its head is a sequence with a length of two bytes (X.690): a store's entry has its properties before it. */
function withoutCertificate(bytes: Buffer, { certificate }: Hiding): Buffer | null {
  for (let at = bytes.indexOf('3082', 0, 'hex'); at >= 0; at = bytes.indexOf('3082', at + 1, 'hex')) {
    const end = at + 4 + (at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0);
    const found = end <= bytes.length ? readCertificate(bytes.subarray(at, end)) : null;
    if (found === null) continue;
    const said = Buffer.from(JSON.stringify(certificate(found)));
    return Buffer.concat([bytes.subarray(0, at), said, bytes.subarray(end)]);
  }
  return null;
}
