import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readWhole } from '../../host/content.ts';
import { changeContent } from './content.ts';
import { createPracticeServer } from '../../host/practice/practice-server.ts';
import { changeEscaped } from './escapes.ts';
import { changeNested } from './nested.ts';
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

describe('names in a page that nothing tells', () => {
  const hideName = (text: string) => text.replace(/(?<![\p{L}])иванов(?![\p{L}])/giu, 'USER-1');
  it.each(['cp866', 'windows-1251'])('are found in %s', async (page) => {
    const written = iconv.encode('User CORP\\Иванов, ИВАНОВ и Петров\r\n', page);
    const changed = await readWhole(changeContent(inPieces(written, 4096), undefined, hideName));
    expect(iconv.decode(changed, page)).toBe('User CORP\\USER-1, USER-1 и Петров\r\n');
  });
});

describe('pieces', () => {
  it.each([
    ['base64', (text: string) => Buffer.from(text).toString('base64').replace(/.{64}/gu, '$&\r\n')],
    [
      'a list',
      (text: string) => Buffer.from(text).toString('hex').replace(/../gu, '$&,').replace(/.{60}/gu, '$&\\\r\n  '),
    ],
  ])('hold all lines of %s', async (_what, write) => {
    const written = `a\r\n${write('x'.repeat(300))}\r\nb\r\n`;
    const pieces: string[] = [];
    const changed = changeContent(inPieces(Buffer.from(written), 50), 'latin1', (text) => (pieces.push(text), text));
    expect((await readWhole(changed)).toString()).toBe(written);
    expect(pieces.filter((piece) => /\w{20}|78,78/u.test(piece))).toHaveLength(1);
  });
});

describe('values in another writing', () => {
  const named = (each: string) => each.replace(/ps07/giu, 'host-1');
  const nested = (text: string) =>
    changeNested(text, { text: named, readable: named, certificate: ({ thumbprint }) => thumbprint });
  it.each(['utf8', 'utf16le'] as const)('are found in base64 and hex of %s', (encoding) => {
    const value = Buffer.from('server PS07 here', encoding);
    const expected = Buffer.from('server host-1 here', encoding);
    expect(nested(`a ${value.toString('base64')} b`)).toBe(`a ${expected.toString('base64')} b`);
    expect(nested(`REG_BINARY    ${value.toString('hex').toUpperCase()}`)).toBe(
      `REG_BINARY    ${expected.toString('hex').toUpperCase()}`,
    );
  });
  it.each(['utf8', 'utf16le'] as const)('are found in base64 and hex of %s as others write them', (encoding) => {
    const value = Buffer.from('server PS07~??? here', encoding);
    const expected = Buffer.from('server host-1~??? here', encoding);
    for (const write of [
      (bytes: Buffer) => bytes.toString('base64url'),
      (bytes: Buffer) => `0x${bytes.toString('hex')}`,
      (bytes: Buffer) => bytes.toString('hex').replace(/../gu, '$& ').trim(),
      (bytes: Buffer) => bytes.toString('hex').replace(/../gu, ', 0x$&').slice(2),
      (bytes: Buffer) => bytes.toString('hex').replace(/../gu, String.raw`\x$&`),
    ]) {
      expect(nested(`a "${write(value)}" b`)).toBe(`a "${write(expected)}" b`);
    }
    const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/u, '');
    for (const end of ['', '.', '..']) {
      const [before, after] = [value, expected].map((each) => Buffer.concat([each, Buffer.from(end, encoding)]));
      expect(nested(unpadded(before!)).replace(/=+$/u, '')).toBe(unpadded(after!));
    }
    const long = Buffer.from(`${' '.repeat(50)} PS07 ${' '.repeat(50)}`, encoding);
    const lines = nested(long.toString('base64').replace(/.{64}/gu, '$&\r\n'));
    expect(Buffer.from(lines, 'base64').toString(encoding).trim()).toBe('host-1');
  });
  it('are found in binary values, which reg exports over several lines', () => {
    const value = Buffer.concat([
      Buffer.from([1, 0, 0xff, 0xfe, 0x80]),
      Buffer.from('PS07\0', 'utf16le'),
      Buffer.from([0xff]),
    ]);
    const inLines = (bytes: Buffer) =>
      [...bytes.toString('hex').matchAll(/../gu)].join(',').replace(/(.{12})/gu, '$1\\\r\n  ');
    const expected = Buffer.concat([value.subarray(0, 5), Buffer.from('host-1\0', 'utf16le'), Buffer.from([0xff])]);
    const written = [...expected.toString('hex').matchAll(/../gu)].join(',');
    expect(nested(`"Blob"=hex:${inLines(value)}\r\n`)).toBe(`"Blob"=hex:${written}\r\n`);
  });
  it('are gone with the certificate that holds them, in base64 and in a list of digits', async () => {
    const { host, world } = await createPracticeServer({ scenario: 'healthy' });
    const der = Buffer.from((await world()).certificates[0]!.der, 'base64');
    await host.dispose();
    const blob = Buffer.concat([Buffer.from([3, 0, 0, 0, 1, 0, 0, 0]), der]);
    for (const text of [blob.toString('base64'), [...blob.toString('hex').matchAll(/../gu)].join(',')]) {
      const changed = nested(text);
      const bytes = text.includes(',')
        ? Buffer.from(changed.replaceAll(',', ''), 'hex')
        : Buffer.from(changed, 'base64');
      expect(bytes.subarray(0, 8)).toEqual(blob.subarray(0, 8));
      expect(bytes.subarray(8).toString('latin1')).toMatch(/^"[\dA-F]{40}"$/u);
    }
  });
  it('leave everything else to the letter', () => {
    const text = 'Windows/System32/inetsrv 9F2C71AA9F2C71AA9F2C71AA9F2C71AA9F2C71AA QUJDREVGR0hJSktM';
    expect(nested(text)).toBe(text);
  });
});

describe('escapes', () => {
  const escaped = (text: string) => changeEscaped(text, (plain) => plain.replace(/größe 07/giu, 'host 1'));
  it.each([
    ['http://Gr%C3%B6%C3%9Fe%2007/x', 'http://host%201/x'],
    ['Gr%F6%DFe%2007', 'host%201'],
    ['<a>Gr&#246;&#xDF;e 07 &#38; &#60;</a>', '<a>host 1 &amp; &lt;</a>'],
    [String.raw`x "Gr\u00f6\u00dfe\u002007 \u00e4\u005c"`, String.raw`x "host 1 \u00e4\\"`],
    ['100%25 %SystemRoot% &#246; \\u00f6', '100%25 %SystemRoot% &#246; \\u00f6'],
  ])('are read, and written again where something changed: %s', (text, expected) => {
    expect(escaped(text)).toBe(expected);
  });
});

describe('names in patterns', () => {
  const named = (text: string) => changeEscaped(text, (plain) => plain.replace('web.corp.example', 'host-1.invalid'));
  it('are read without their backslashes', () => {
    expect(named(String.raw`^web\.corp\.example$`)).toBe(String.raw`^host-1\.invalid$`);
    expect(named(String.raw`D:\web\.corp\.example`)).toBe(String.raw`D:\web\.corp\.example`);
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
  it.each([3000, 200_000])('that are %i deep are texts', (depth) => {
    const line = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(changeJsonLine(line, visitor)).toBeNull();
  });
});
