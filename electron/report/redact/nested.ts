import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { decodeUnicode, type Decoded } from '../../host/decode.ts';
import { readCertificate } from './read-certificate.ts';
import type { Visitor } from './visitor.ts';

/** In one piece, or in lines as PEM has them. */
const base64 = /(?<![A-Za-z\d+/])(?:[A-Za-z\d+/]{60,76}\r?\n[ \t]*)*[A-Za-z\d+/]{6,}={0,2}(?![A-Za-z\d+/=])/gu;
const base64url = /(?<![\w-])(?=[A-Za-z\d]*[_-])[\w-]{6,}={0,2}(?![\w=-])/gu;
const hex = /(?:(?<![\da-z])|(?<=(?<![\da-z])0x))(?:[\da-f]{2}){4,}(?![\da-z])/giu;
/** As `reg export` writes binary values, over several lines; as certutil, C and PowerShell do. */
const listed =
  /(?<![\da-z])(?:0x|\\x)?[\da-f]{2}(?:(?:[,:;-] ?| |,?\r?\n[ \t]*)(?:\\\r?\n[ \t]*)?(?:0x|\\x)?[\da-f]{2}|\\x[\da-f]{2}){3,}(?![\da-z])/giu;

/**
 * Changes what a text holds in base64 and hex digits, of UTF-8 or UTF-16, as a
 * registry query, its export or an encoded command prints them; hashes in base64;
 * certificates. What comes back the same stays to the letter.
 */
export function changeNested(text: string, visitor: Visitor): string {
  const inBase64 = (token: string): string => {
    const changed = changeBytes(Buffer.from(token, 'base64'), visitor);
    if (changed === null) return token;
    const written = changed.toString(/[_-]/u.test(token) ? 'base64url' : 'base64');
    const isPadded = token.endsWith('=') || token.replace(/\s+/gu, '').length % 4 === 0;
    return isPadded ? written : written.replace(/=+$/u, '');
  };
  return text
    .replace(listed, (list) => {
      const [, prefix = '', sign = ''] = /^(0x|\\x)?..(?:([,:; -] ?)?)/iu.exec(list) ?? [];
      const digits = list.replace(/0x|\\x|[^\da-f]/giu, '');
      const pairs = inHex(digits, visitor)?.match(/../gu);
      return pairs === undefined || pairs === null ? list : pairs.map((pair) => prefix + pair).join(sign);
    })
    .replace(base64url, inBase64)
    .replace(base64, inBase64)
    .replace(hex, (digits) => inHex(digits, visitor) ?? digits);
}

function inHex(digits: string, visitor: Visitor): string | null {
  const changed = changeBytes(Buffer.from(digits, 'hex'), visitor)?.toString('hex') ?? null;
  return /[a-f]/u.test(digits) ? changed : (changed?.toUpperCase() ?? null);
}

/** What no text has in it. */
const control = /[^\P{Cc}\t\r\n\u0080-\u009f]/u;

/** Any word is base64 of something: what can hold no text is not looked at further. */
const mayHoldText = (bytes: Buffer): boolean =>
  isUtf8(bytes) ||
  bytes.includes(0) ||
  bytes.length >= 64 ||
  (bytes.length >= 16 && !control.test(bytes.toString('latin1')));

/** Looks into the bytes as a hash, as text, and for what is readable in them; null when nothing of it changes. */
function changeBytes(bytes: Buffer, visitor: Visitor): Buffer | null {
  if (bytes.length === 20 || bytes.length === 32) {
    const digits = bytes.toString('hex');
    const hash = visitor.readable(digits);
    if (hash !== digits) return Buffer.from(hash, 'hex');
  }
  if (!mayHoldText(bytes)) return null;
  const found = textIn(bytes);
  if (found === null) return changeBinary(bytes, visitor);
  const changed = found.text.replace(/[^\0]+/gu, (text) => visitor.text(text));
  return changed === found.text ? null : iconv.encode(changed, found.encoding, { addBOM: false });
}

/** The bytes as a text, or as several with a NUL after each, as the registry has them; null when they are none as a whole. */
function textIn(bytes: Buffer): Decoded | null {
  const wide = bytes.includes(0) && bytes.length % 2 === 0;
  const readings = [wide ? { text: bytes.toString('utf16le'), encoding: 'utf-16le' } : null, decodeUnicode(bytes)];
  return readings.find((reading) => reading !== null && isPlausible(reading)) ?? null;
}

/** Random bytes are letters of UTF-16, too: a text has some of ASCII among them. */
function isPlausible({ text, encoding }: Decoded): boolean {
  const written = text.replaceAll('\0', '');
  if (written === '' || control.test(written)) return false;
  return encoding === 'utf-8' || (written.match(/[ -~]/gu) ?? []).length * 4 >= written.length;
}

/** Certificates in it become the JSON of what they say; what is readable in it is looked at byte by byte and as UTF-16. */
function changeBinary(bytes: Buffer, visitor: Visitor): Buffer | null {
  let changed = withoutCertificates(bytes, visitor);
  changed = readableChanged(changed, 'latin1', 0, visitor);
  for (const start of [0, 1]) changed = readableChanged(changed, 'utf16le', start, visitor);
  return changed.equals(bytes) ? null : changed;
}

const readable = /[ -~\u00a0-\u024f\p{L}\p{N}]{3,}/gu;

function readableChanged(bytes: Buffer, encoding: 'latin1' | 'utf16le', start: number, visitor: Visitor): Buffer {
  const end = encoding === 'utf16le' ? bytes.length - ((bytes.length - start) % 2) : bytes.length;
  const text = bytes.toString(encoding, start, end);
  const changed = text.replace(readable, (found) => visitor.readable(found));
  if (changed === text) return bytes;
  return Buffer.concat([bytes.subarray(0, start), Buffer.from(changed, encoding), bytes.subarray(end)]);
}

/** The head of each is a sequence with a length of two bytes (X.690): a store's entry has its properties before it. */
function withoutCertificates(bytes: Buffer, visitor: Visitor): Buffer {
  for (let at = bytes.indexOf('3082', 0, 'hex'); at >= 0; at = bytes.indexOf('3082', at + 1, 'hex')) {
    const end = at + 4 + (at + 4 <= bytes.length ? bytes.readUInt16BE(at + 2) : 0);
    const found = end <= bytes.length ? readCertificate(bytes.subarray(at, end)) : null;
    if (found === null) continue;
    const said = Buffer.from(JSON.stringify(visitor.certificate(found)));
    return Buffer.concat([bytes.subarray(0, at), said, withoutCertificates(bytes.subarray(end), visitor)]);
  }
  return bytes;
}
