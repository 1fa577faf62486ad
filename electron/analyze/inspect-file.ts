import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { recogniseText } from '../../shared/parsers/recognise.ts';
import { decode } from '../host/decode.ts';
import { looksLikeDer, readCertificates } from './read-certificates.ts';
import { readConfig } from './read-config.ts';
import { textReaders } from './read-text.ts';
import type { Found } from './reading.ts';

/** What a file turned out to be. Logs (`log`) and bundles are read later: logs several together. */
export type Inspected =
  | { kind: 'found'; found: Found; log: boolean }
  | { kind: 'bundle' }
  /** With the reason, to follow "not used: ". */
  | { kind: 'notUsed'; reason: string };

/** Longer files are read as streams, and recognised by their beginning. */
const maxWhole = 32 * 1024 * 1024;
const headBytes = 1024 * 1024;
/** No certificate is nearly as large. */
const maxDer = 1024 * 1024;

const notUsed = (reason: string): Inspected => ({ kind: 'notUsed', reason });

/** Finds out by its content what somebody sent. Never throws: what cannot be used is told with the reason. */
export async function inspectFile(path: string, file: string): Promise<Inspected> {
  try {
    const entry = await stat(path);
    if (entry.isDirectory()) return await inspectFolder(path);
    if (!entry.isFile()) return notUsed('it is no file');
    if (entry.size === 0) return notUsed('it is empty');
    const whole = entry.size <= maxWhole;
    return await inspectBytes(path, file, await readHead(path, whole ? entry.size : headBytes), whole);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return notUsed(`it cannot be read (${code ?? message})`);
  }
}

async function inspectFolder(path: string): Promise<Inspected> {
  const bundle = await stat(join(path, 'bundle.json')).catch(() => null);
  return bundle === null ? notUsed('it is a folder, and no evidence bundle; name the files in it') : { kind: 'bundle' };
}

async function readHead(path: string, size: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(size);
    let filled = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, filled, size - filled, filled);
      filled += bytesRead;
      if (bytesRead === 0 || filled === size) return buffer.subarray(0, filled);
    }
  } finally {
    await file.close();
  }
}

async function inspectBytes(path: string, file: string, head: Buffer, whole: boolean): Promise<Inspected> {
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return { kind: 'bundle' };
  if (looksLikeDer(head) && head.length <= maxDer) {
    const found = await readCertificates(file, [head]);
    if (found.readings.length > 0) return { kind: 'found', found, log: false };
  }
  if (isBinary(head)) return notUsed('it is no text, no certificate and no evidence bundle');
  // A customer's code page is not known, and no parser reads words: any page that keeps ASCII will do.
  const { text } = decode(head, { oem: 850, ansi: 1252 });
  const kinds = recogniseText(text);
  const log = kinds.includes('agentLog');
  // What a log quotes is not what the server has.
  if (log && (!whole || /^\s*<event\b/u.test(text))) return { kind: 'found', found: { readings: [], notes: [] }, log };
  if (!whole) {
    if (!kinds.includes('applicationHost'))
      return notUsed(`it is too large, and its beginning is nothing that is known`);
    const found = await readConfig(file, text, createReadStream(path));
    return found.readings.length > 0 ? { kind: 'found', found, log } : notUsed(found.notes[0] ?? whyNot(text));
  }
  const found: Found = { readings: [], notes: [] };
  for (const kind of kinds) {
    if (kind === 'agentLog') continue;
    const one = await textReaders[kind](file, text);
    found.readings.push(...one.readings);
    found.notes.push(...one.notes);
  }
  if (log || found.readings.length > 0) return { kind: 'found', found, log };
  return notUsed(found.notes[0] ?? whyNot(text));
}

/** NUL bytes that no UTF-16 explains; text of any code page has none. */
function isBinary(head: Buffer): boolean {
  const sample = head.subarray(0, 64 * 1024);
  return sample.includes(0) && !decode(sample, null).encoding.startsWith('utf-16');
}

/** People send these for one that is known. */
const others: readonly [sign: RegExp, reason: string][] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/u, 'it holds a private key, which nobody should send, and no certificate'],
  [/-----BEGIN (?:PKCS7|NEW CERTIFICATE REQUEST|CERTIFICATE REQUEST)-----/u, 'it is no certificate by itself (.cer)'],
  [
    /^\s*\{[^]{0,200}"package-server-doctor\/result"/u,
    'it is a result of this product: what it rests on is in the evidence bundle',
  ],
  [/^Windows Registry Editor|^REGEDIT4/mu, String.raw`it is a registry export without Services\HTTP\Parameters`],
  [/<configuration\b/u, 'it is a configuration, and not applicationHost.config'],
];

const whyNot = (text: string): string =>
  others.find(([sign]) => sign.test(text))?.[1] ??
  'nothing in it is known: no listing, configuration, log, certificate or registry export';
