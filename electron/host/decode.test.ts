import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, decodeAs, decodeUnicode, type CodePages } from './decode.ts';

/** What the tools of one Windows print, by the language's OEM and ANSI page. */
const languages: [string, CodePages, string][] = [
  ['English', { oem: 437, ansi: 1252 }, 'SSL Certificate bindings: naïve £5'],
  ['German', { oem: 850, ansi: 1252 }, 'Überprüfen der Clientzertifikatsperrung: größer'],
  ['French, with the euro sign', { oem: 858, ansi: 1252 }, 'Magasin de certificats dédié à l’hôte: 5 €'],
  ['Polish', { oem: 852, ansi: 1250 }, 'Usługa żądanie źródło ćma'],
  ['Turkish', { oem: 857, ansi: 1254 }, 'Sertifika deposu adı: İıŞşĞğ'],
  ['Hebrew', { oem: 862, ansi: 1255 }, 'שם מאגר האישורים'],
  ['Russian', { oem: 866, ansi: 1251 }, 'Хэш сертификата: да'],
  ['Greek', { oem: 737, ansi: 1253 }, 'Κατάσταση υπηρεσίας'],
  ['Baltic', { oem: 775, ansi: 1257 }, 'Sertifikāta jaucējkods ģ'],
  ['Japanese', { oem: 932, ansi: 932 }, '証明書ストア名: ソ表示能力 ①'],
  ['Simplified Chinese', { oem: 936, ansi: 936 }, '证书存储名称：我的'],
  ['Korean', { oem: 949, ansi: 949 }, '인증서 저장소 이름: 똠방각하'],
  ['Traditional Chinese', { oem: 950, ansi: 950 }, '憑證存放區名稱: 功許蓋'],
  ['Thai', { oem: 874, ansi: 874 }, 'ชื่อที่เก็บใบรับรอง'],
];

describe.each(languages)('decode, %s Windows', (_language, pages, sentence) => {
  it.each([
    ['the OEM page', `cp${pages.oem}`],
    ['UTF-8', 'utf-8'],
    ['UTF-16LE', 'utf-16le'],
    ['UTF-16BE', 'utf-16be'],
  ])('reads %s', (_name, encoding) => {
    const text = `${iconv.decode(iconv.encode(sentence, encoding), encoding)}\r\n443 : MY\r\n`;
    expect(decode(iconv.encode(text, encoding, { addBOM: false }), pages)).toEqual({ text, encoding });
    expect(decode(iconv.encode(text, encoding, { addBOM: false }), pages).text).not.toContain('\ufffd');
  });
});

describe('decode', () => {
  const german = { oem: 850, ansi: 1252 };

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes a %s byte order mark at its word and leaves it out', (e) => {
    expect(decode(iconv.encode('Größe', e, { addBOM: true }), null)).toEqual({
      text: 'Größe',
      encoding: e,
    });
  });

  it('needs no code page for ASCII', () => {
    expect(decodeUnicode(Buffer.from('STATE : 4  RUNNING\r\n'))?.encoding).toBe('utf-8');
  });

  it('asks for a code page when the bytes are not Unicode', () => {
    expect(decodeUnicode(iconv.encode('Größe', 'cp850'))).toBeNull();
  });

  it('falls to the ANSI page for a byte that the OEM page does not define', () => {
    // 0xD5 stands for nothing in code page 857, and for Õ in 1254.
    expect(decode(Uint8Array.of(0x41, 0xd5), { oem: 857, ansi: 1254 })).toEqual({
      text: 'AÕ',
      encoding: 'windows-1254',
    });
  });

  it('falls to the ANSI page when nobody knows the OEM page', () => {
    expect(decode(iconv.encode('Größe', 'windows-1252'), { oem: 99999, ansi: 1252 }).text).toBe('Größe');
  });

  it('marks what it cannot read when the pages are unknown, and keeps the numbers', () => {
    const { text } = decode(iconv.encode('Größe 1312', 'cp850'), null);
    expect(text).toContain('1312');
    expect(text).toContain('\ufffd');
  });

  it('does not take a stray NUL for UTF-16', () => {
    const text = `${'Certificate Hash '.repeat(20)}\0`;
    expect(decode(Buffer.from(text), german)).toEqual({ text, encoding: 'utf-8' });
  });

  it('reads UTF-16 whose ideographic blanks have their NUL on the other side', () => {
    const text = '証明書\u3000の\u3000名前\u3000一覧\r\n0.0.0.0:443\r\n';
    expect(decode(iconv.encode(text, 'utf-16le'), null)).toEqual({ text, encoding: 'utf-16le' });
  });

  it('never throws, and reads every byte string the same way twice', () => {
    const pages = fc.option(fc.constantFrom(...languages.map(([, p]) => p)));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), pages, (bytes, page) => {
        const once = decode(bytes, page);
        expect(decodeAs(bytes, once.encoding)?.encoding).toBe(once.encoding);
        expect(decode(bytes, page)).toEqual(once);
      }),
    );
  });

  it('gives every Unicode text back', () => {
    const encodings = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), encodings, (text, encoding) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(iconv.encode(text, encoding, { addBOM: true }), null).text).toBe(text);
      }),
    );
  });
});
