import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { readWhole } from '../../host/content.ts';

/** The encodings that tools and files of Windows are in. */
const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'cp850',
  'cp437',
  'windows-1252',
  'cp866',
  'cp932',
  'cp936',
] as const;

/**
 * Where any of these values stands in a folder of files, in any case and
 * encoding, as text, in base64, in hex digits, or escaped in JSON; as `file: value`.
 */
export async function findOriginals(folder: string, values: readonly string[]): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names) {
    const path = join(entry.parentPath, entry.name);
    const told = originalsIn(Buffer.from(entry.name), values);
    if (entry.isFile()) told.push(...originalsIn(await readWhole(createReadStream(path)), values));
    found.push(...told.map((value) => `${path.slice(folder.length + 1)}: ${value}`));
  }
  return found;
}

/** Below it a value may be a part of a word; longer ones are looked for anywhere, also between the bytes of a DER. */
const shortWord = 8;

/** The same for one content. */
export function originalsIn(bytes: Buffer, values: readonly string[]): string[] {
  const forms = [bytes, nested(bytes)].flatMap(decodings).flatMap((text) => [text.toLowerCase(), unescaped(text)]);
  return values.filter((value) => {
    const lower = value.toLowerCase();
    const written = lower.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
    const whole = new RegExp(String.raw`(?:(?<=\\0)|(?<![\p{L}\d]))${written}(?![\p{L}\d])`, 'u');
    return forms.some((text) => text.includes(lower) && (value.length >= shortWord || whole.test(text)));
  });
}

/** What JSON writes with escapes, in lower case; nothing where there are none. */
const unescaped = (text: string): string =>
  text.includes('\\u')
    ? text.replace(/\\u([\da-f]{4})/giu, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))).toLowerCase()
    : '';

/** UTF-16 can begin at any byte of something binary. */
const decodings = (bytes: Buffer): string[] =>
  encodings.flatMap((encoding) =>
    (encoding.startsWith('utf-16') ? [bytes, bytes.subarray(1)] : [bytes]).map((each) => iconv.decode(each, encoding)),
  );

/**
 * What base64 and hex digits in it stand for, one behind the other: in one piece, in lines as PEM has them, and in lists
 * as reg exports them.
 */
function nested(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  const inLists = /[\da-f]{2}(?:[,: ](?:\\\r?\n\s*)?[\da-f]{2}){5,}/giu;
  const found = [
    ...[...text.matchAll(/[A-Za-z\d+/]{12,}={0,2}/gu)].map(([token]) => Buffer.from(token, 'base64')),
    ...[...text.matchAll(/(?:[A-Za-z\d+/]{64}\r?\n)+[A-Za-z\d+/]*={0,2}/gu)].map(([lines]) =>
      Buffer.from(lines, 'base64'),
    ),
    ...[...text.matchAll(/(?:[\da-f]{2}){6,}/giu)].map(([token]) => Buffer.from(token, 'hex')),
    ...[...text.matchAll(inLists)].map(([list]) => Buffer.from(list.replace(/[^\da-f]/giu, ''), 'hex')),
  ];
  // Each begins at an even place, for UTF-16.
  return Buffer.concat(found.flatMap((each) => [each, Buffer.from(each.length % 2 === 0 ? '\n\0' : '\n\n\0')]));
}
