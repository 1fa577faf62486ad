import { decodeUnicode } from '../../host/decode.ts';

const base64 = /(?<![A-Za-z\d+/])[A-Za-z\d+/]{12,}={0,2}(?![A-Za-z\d+/=])/gu;
const hex = /(?<![\da-zA-Z])(?:[\da-f]{2}){6,}(?![\da-zA-Z])/giu;

/**
 * Replaces values that a text holds in another writing: base64 and hex digits,
 * of UTF-8 or UTF-16, as a registry query or an encoded command prints them; and
 * hashes in base64. What holds nothing to be hidden stays to the letter.
 */
export function redactNested(text: string, redact: (text: string) => string): string {
  return text
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
function redactBytes(bytes: Buffer, redact: (text: string) => string): Buffer | null {
  if (bytes.length === 20 || bytes.length === 32) {
    const digits = bytes.toString('hex');
    const hash = redact(digits);
    if (hash !== digits) return Buffer.from(hash, 'hex');
  }
  const decoded = decodeUnicode(bytes);
  if (decoded === null) return null;
  const { text, encoding } = decoded;
  // Short values can be UTF-16 without enough ASCII to be told from UTF-8 with NULs.
  if (encoding !== 'utf-8' && encoding !== 'utf-16le') return null;
  const changed = redact(text);
  return changed === text ? null : Buffer.from(changed, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}
