import iconv from 'iconv-lite';

export interface Decoded {
  text: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `cp850`, `windows-1252`, … */
  encoding: string;
}

/** The numbers of the code pages that this Windows uses, as its registry holds them. */
export interface CodePages {
  oem: number;
  ansi: number;
}

const byteOrderMarks = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * The output of a tool as text. Which encoding a tool writes differs by tool and
 * by build of Windows (httpsys.md, 8), so it is read from the bytes as far as
 * they show it, and only then taken from the system's OEM page, then its ANSI
 * page. Total: bytes that fit nothing come back with U+FFFD in their places.
 *
 * @param pages null when they could not be read
 */
export function decode(bytes: Uint8Array, pages: CodePages | null): Decoded {
  return decodeUnicode(bytes) ?? decodePage(bytes, pages) ?? { text: lossyUtf8(bytes), encoding: 'utf-8' };
}

/** What the bytes themselves show to be Unicode; null when a code page is needed to read them. */
export function decodeUnicode(bytes: Uint8Array): Decoded | null {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return decodeAs(bytes, marked.encoding);
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  const text = strict(bytes, 'utf-8');
  return text === null ? null : { text, encoding: 'utf-8' };
}

/** Decodes with a known encoding, a leading byte order mark left out; null when its name is unknown. */
export function decodeAs(bytes: Uint8Array, encoding: string): Decoded | null {
  if (!iconv.encodingExists(encoding)) return null;
  return { text: iconv.decode(bytes, encoding), encoding };
}

function decodePage(bytes: Uint8Array, pages: CodePages | null): Decoded | null {
  if (pages === null) return null;
  const oem = decodeAs(bytes, pageName(pages.oem));
  if (oem !== null && !oem.text.includes('\ufffd')) return oem;
  const ansi = decodeAs(bytes, pageName(pages.ansi));
  return ansi !== null && (oem === null || !ansi.text.includes('\ufffd')) ? ansi : oem;
}

function pageName(page: number): string {
  if (page === 65001) return 'utf-8';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : `cp${page}`;
}

/**
 * UTF-16 without a mark: among its units are ASCII ones (blanks, line ends,
 * digits), whose other byte is NUL. At least one unit in 64 must be such, no unit
 * may be zero, and every surrogate must have its pair, so that neither a stray
 * NUL nor binary data passes for text.
 */
function utf16WithoutMark(bytes: Uint8Array): Decoded | null {
  if (!bytes.includes(0)) return null;
  let little = 0;
  let big = 0;
  const units = bytes.length >> 1;
  for (let index = 0; index < units * 2; index += 2) {
    const [first, second] = [bytes[index]!, bytes[index + 1]!];
    if (first === 0 && second === 0) return null;
    if (second === 0 && isPrintable(first)) little += 1;
    if (first === 0 && isPrintable(second)) big += 1;
  }
  if (Math.max(little, big) * 64 < units || little === big) return null;
  const encoding = little > big ? 'utf-16le' : 'utf-16be';
  const text = strict(bytes.subarray(0, units * 2), encoding);
  return text === null ? null : { text, encoding };
}

function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function lossyUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
