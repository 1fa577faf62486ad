import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInventory } from '../../../shared/report/redact/inventory.ts';
import { createRedactor } from '../../../shared/report/redact/redactor.ts';
import { contexts, originals, wordsOf, type Originals } from '../testing/planted.ts';
import { leaksIn } from '../testing/writings.ts';
import { collectText } from './collect.ts';
import { redactText } from './redact-evidence.ts';

/** A way in which tools write a text, and how it is read again. */
interface Writing {
  write(text: string): string;
  read(text: string): string;
}
const asIs: Writing = { write: (text) => text, read: (text) => text };
const base64 = (write: (text: string) => string, encoding: 'utf8' | 'utf16le' = 'utf8'): Writing => ({
  write,
  read: (text) => Buffer.from(text, 'base64').toString(encoding),
});
const hex = (write: (digits: string) => string, encoding: 'utf8' | 'utf16le' = 'utf8'): Writing => ({
  write: (text) => write(Buffer.from(text, encoding).toString('hex')),
  read: (text) => Buffer.from(text.replace(/0x|[^\da-f]/giu, ''), 'hex').toString(encoding),
});
const inBase64 = (text: string) => Buffer.from(text).toString('base64');
const fromBase64 = (text: string) => Buffer.from(text, 'base64').toString();
const percent = (write: (text: string) => string): Writing => ({ write, read: (text) => decodeURIComponent(text) });

const writings: Record<string, Writing> = {
  'as it is': asIs,
  base64: base64(inBase64),
  'base64 at the next byte': base64((text) => inBase64(` ${text}`)),
  'base64 at the one after it': base64((text) => inBase64(`  ${text}`)),
  'base64 without padding': base64((text) => inBase64(text).replace(/=+$/u, '')),
  'base64 of UTF-16': base64((text) => Buffer.from(text, 'utf16le').toString('base64'), 'utf16le'),
  base64url: base64((text) => Buffer.from(text).toString('base64url')),
  'base64 in lines': base64((text) => inBase64(text).replace(/.{64}/gu, '$&\r\n')),
  'base64 in base64': { write: (text) => inBase64(inBase64(text)), read: (text) => fromBase64(fromBase64(text)) },
  hex: hex((digits) => digits.toUpperCase()),
  '0x hex': hex((digits) => `0x${digits}`, 'utf16le'),
  'list of hex': hex((digits) => digits.replace(/..(?=.)/gu, '$&,')),
  'list of 0x hex': hex((digits) => digits.replace(/../gu, '0x$&, ')),
  percent: percent(encodeURIComponent),
  'all percent': percent((text) => Buffer.from(text).toString('hex').replace(/../gu, '%$&')),
  'twice percent': {
    write: (text) => encodeURIComponent(encodeURIComponent(text)),
    read: (text) => decodeURIComponent(decodeURIComponent(text)),
  },
  'json escapes': {
    write: (text) => text.replace(/[^\w .:]/gu, (c) => String.raw`\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    read: (text) => text.replace(/\\u([\da-f]{4})/giu, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  },
  references: {
    write: (text) => text.replace(/[^ -~\r\n]/gu, (c) => `&#${c.charCodeAt(0)};`),
    read: (text) => text.replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code))),
  },
};

const redacted = (o: Originals, text: string): string => {
  const collecting = createInventory();
  collecting.seeHost(`${o.host}.${o.domain}.${o.ending}`);
  collectText(text, collecting);
  return redactText(text, createRedactor(collecting.inventory(), { thumbprints: false }));
};

describe('what is looked for', () => {
  it('is found in values of the registry that end in NUL', () => {
    const o = fc.sample(originals, { numRuns: 1, seed: 1 })[0]!;
    const plain = `${o.domain}.${o.ending}\\${o.user}\0D:\\${o.folder}\\${o.first} ${o.last}\0\0`;
    const list = Buffer.from(plain, 'utf16le')
      .toString('hex')
      .replace(/..(?=.)/gu, '$&,');
    const after = redacted(o, `"Values"=hex(7):${list}\r\n`);
    const read = Buffer.from(after.replace(/.*:|[^\da-f]/gu, ''), 'hex').toString('utf16le');
    expect(read).toBe('domain-1.invalid\\USER-1\0D:\\PATH-2\\PATH-1\0\0');
  });

  it('is not found in hashes, keys and numbers', () => {
    const bytes = fc.uint8Array({ minLength: 8, maxLength: 64 }).map((array) => Buffer.from(array));
    const collecting = createInventory();
    for (const each of fc.sample(bytes, { numRuns: 5000, seed: 1 })) {
      collectText(`${each.toString('hex')} ${each.toString('base64')}`, collecting);
    }
    const { hosts, accounts, domains, names, folders } = collecting.inventory();
    expect([...hosts, ...accounts.keys(), ...domains, ...names, ...folders]).toEqual([]);
  });
});

describe('nothing of a server is left', () => {
  const places = Object.keys(contexts).flatMap((context) => Object.keys(writings).map((writing) => [context, writing]));
  it.each(places)('in %s, %s', (context, writing) => {
    const { write, read } = writings[writing!]!;
    const left = (text: string, words: string[]) => [
      ...leaksIn(Buffer.from(text), words),
      ...leaksIn(Buffer.from(read(text)), words),
    ];
    fc.assert(
      fc.property(originals, (o) => {
        const plain = contexts[context!]!(o);
        const [words, text] = [wordsOf(o, plain), write(plain)];
        expect(new Set(left(text, words)), 'the search itself').toEqual(new Set(words));
        const after = redacted(o, `before\r\n${text}\r\nafter`).slice('before\r\n'.length, -'\r\nafter'.length);
        expect(left(after, words), `${text}\n→\n${after}\n→\n${read(after)}`).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
