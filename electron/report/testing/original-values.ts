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

/** The same for one content. */
export function originalsIn(bytes: Buffer, values: readonly string[]): string[] {
  const forms = [bytes, ...nested(bytes)].flatMap((each) => encodings.map((encoding) => iconv.decode(each, encoding)));
  const unescaped = forms.map((text) =>
    text.replace(/\\u([\da-f]{4})/giu, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))),
  );
  return values.filter((value) => {
    const pattern = new RegExp(
      `(?<![\\p{L}\\d])${value.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)}(?![\\p{L}\\d])`,
      'iu',
    );
    return [...forms, ...unescaped].some((text) => pattern.test(text));
  });
}

function nested(bytes: Buffer): Buffer[] {
  const text = bytes.toString('latin1').replaceAll('\0', '');
  return [
    ...[...text.matchAll(/[A-Za-z\d+/]{12,}={0,2}/gu)].map(([token]) => Buffer.from(token, 'base64')),
    ...[...text.matchAll(/(?:[\da-f]{2}){6,}/giu)].map(([token]) => Buffer.from(token, 'hex')),
  ];
}
