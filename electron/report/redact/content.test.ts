import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../host/content.ts';
import { changeContent } from './content.ts';
import { redactNested } from './nested.ts';
import { changeJsonLine } from './script-lines.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const hide = (text: string) => text.replace(/größe07/giu, 'host-1');
const change = async (bytes: Buffer, size: number, encoding?: string) =>
  readWhole(changeContent(inPieces(bytes, size), encoding, hide));

describe('contents', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'cp850', 'windows-1252', 'cp437'])(
    'are changed in %s, wherever a piece ends',
    async (encoding) => {
      const text = 'Name: Größe07\r\nüber GRÖSSE07 und Größe07.\r\nohne Ende Größe07';
      const expected = iconv.encode(hide(text), encoding);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (size) => {
          expect(await change(iconv.encode(text, encoding), size, encoding)).toEqual(expected);
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(['utf-8', 'utf-16le', 'utf-16be'])(
    'keep the byte order mark of %s, which also tells the encoding',
    async (encoding) => {
      const bytes = iconv.encode('a Größe07 b\r\n', encoding, { addBOM: true });
      expect(await change(bytes, 4096)).toEqual(iconv.encode('a host-1 b\r\n', encoding, { addBOM: true }));
    },
  );

  it('come out byte for byte where nothing is hidden, also when they are no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }).filter((bytes) => !bytes.includes(0)),
        async (array) => {
          const bytes = Buffer.from(array);
          expect(await change(bytes, 4096, 'latin1')).toEqual(bytes);
        },
      ),
    );
  });
});

describe('values in another writing', () => {
  const nested = (text: string) => redactNested(text, (each) => each.replace(/ps07/giu, 'host-1'));
  it.each(['utf8', 'utf16le'] as const)('are found in base64 and hex of %s', (encoding) => {
    const value = Buffer.from('server PS07 here', encoding);
    const expected = Buffer.from('server host-1 here', encoding);
    expect(nested(`a ${value.toString('base64')} b`)).toBe(`a ${expected.toString('base64')} b`);
    expect(nested(`REG_BINARY    ${value.toString('hex').toUpperCase()}`)).toBe(
      `REG_BINARY    ${expected.toString('hex').toUpperCase()}`,
    );
  });
  it('leave everything else to the letter', () => {
    const text = 'Windows/System32/inetsrv 9F2C71AA9F2C71AA9F2C71AA9F2C71AA9F2C71AA QUJDREVGR0hJSktM';
    expect(nested(text)).toBe(text);
  });
});

describe('lines of JSON', () => {
  const visitor = { text: (value: string) => value.replace('Größe07', 'host-1'), certificate: () => 'none' };
  it('are read before they are changed, and stay ASCII', () => {
    expect(changeJsonLine('{"name":"Gr\\u00f6\\u00dfe07","path":"C:\\\\\\u00fc"}', visitor)).toBe(
      '{"name":"host-1","path":"C:\\\\\\u00fc"}',
    );
    expect(changeJsonLine('[INFO] no JSON]', visitor)).toBeNull();
    expect(changeJsonLine('plain', visitor)).toBeNull();
  });
});
