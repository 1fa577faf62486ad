import type { TextFilter } from './filter-as-text.ts';
import { createXmlPieceFilter } from './xml-pieces.ts';

/** What this filter takes out, in words for a person. */
export const applicationHostSecrets = [
  'passwords',
  'encrypted values ([enc:…:enc])',
  'keys of the configuration encryption (configProtectedData) and of machineKey',
  'connection strings',
  'values of settings and environment variables whose name tells of a secret',
];

const removed = '[removed]';

const attribute = /(?<![\w.:-])([\w.:-]+)(\s*=\s*)(?:"([^"]*)("|$)|'([^']*)('|$))/g;
const secretName =
  /(?:password|passphrase|secret|sessionKey|keyEntropy|validationKey|decryptionKey|connectionString)$/i;
const tellsOfSecret =
  /passw|userpass|passphrase|pwd|secret|token|api.?key|credential|connection.?string|authorization/i;
/** Whatever the patterns above and below find holds one of these; most of a file does not. */
const worthALook = /pass|pwd|secret|token|key|credential|connection|authorization|enc:|cipher/i;
const encrypted = /\[enc:[^\]"'<]*\]?/gi;
const cipherText = /^(<(?:[\w.-]+:)?CipherValue\b[^>]*>)[^]+/;

/**
 * Takes the secrets of an applicationHost.config out of its text and leaves every
 * other character, so that it stays the XML that it was. Comments are cleaned like
 * everything else.
 */
export const createApplicationHostFilter = (): TextFilter => createXmlPieceFilter(cleanPiece);

function cleanPiece(piece: string): string {
  if (!worthALook.test(piece)) return piece;
  return cleanAttributes(piece).replace(encrypted, removed).replace(cipherText, `$1${removed}`);
}

function cleanAttributes(piece: string): string {
  const valueIsSecret = namesSecret(piece);
  return piece.replace(attribute, (whole, ...groups: (string | undefined)[]) => {
    const [name = '', equals, double, endOfDouble, single, endOfSingle] = groups;
    const secret = secretName.test(name) || (valueIsSecret && name.toLowerCase() === 'value');
    if (!secret || !(double ?? single)) return whole;
    return `${name}${equals}${double === undefined ? "'" : '"'}${removed}${endOfDouble ?? endOfSingle}`;
  });
}

/** Whether a `name` or a `key` says that the `value` beside it is secret. */
function namesSecret(piece: string): boolean {
  if (!tellsOfSecret.test(piece)) return false;
  return [...piece.matchAll(attribute)].some(
    ([, name = '', , double, , single]) => /^(?:name|key)$/i.test(name) && tellsOfSecret.test(double ?? single ?? ''),
  );
}
