import iconv from 'iconv-lite';
import { decodeUnicode } from '../../host/decode.ts';
import { changeInPages } from './pages.ts';

/** A line that is longer is cut between words: nothing but a binary file has such. */
const longestLine = 1024 * 1024;

/**
 * The text of a content in pieces of whole lines, whatever its size.
 *
 * @param encoding as the answer says it; undefined: to be found out from the beginning
 */
export async function* linesOf(
  content: AsyncIterable<Uint8Array>,
  encoding?: string,
): AsyncGenerator<{ text: string; encoding: string }> {
  let decoder: iconv.DecoderStream | undefined;
  let found = encoding ?? 'utf-8';
  let rest = '';
  for await (const chunk of content) {
    if (decoder === undefined) {
      found = encoding !== undefined && iconv.encodingExists(encoding) ? encoding : encodingOf(chunk);
      // The mark stays in the text, so that it is there again at the end.
      decoder = iconv.getDecoder(found, { stripBOM: false });
    }
    rest += decoder.write(Buffer.from(chunk));
    const cut = cutAt(rest);
    if (cut > 0) yield { text: rest.slice(0, cut), encoding: found };
    rest = rest.slice(cut);
  }
  rest += decoder?.end() ?? '';
  if (rest !== '') yield { text: rest, encoding: found };
}

/** The same content with each piece changed, in the encoding that it had. */
export async function* changeContent(
  content: AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  change: (text: string) => string,
): AsyncGenerator<Uint8Array> {
  const inPages = changeInPages(change);
  for await (const piece of linesOf(content, encoding)) {
    const isGuessed = encoding === undefined && piece.encoding === unknownPage;
    const changed = change(isGuessed ? inPages(piece.text) : piece.text);
    if (changed !== '') yield iconv.encode(changed, piece.encoding, { addBOM: false });
  }
}

/** After a backslash the line goes on, as in what reg exports; a full line of base64, as PEM has them, is not the last. */
const goesOn = /(?:\\|(?:^|\n)[ \t]*[A-Za-z\d+/]{60,76})\r?\n$/u;

/** The end of the last whole line, or, in a line without end, of the last whole word. */
function cutAt(text: string): number {
  let line = text.lastIndexOf('\n') + 1;
  while (line > 0 && goesOn.test(text.slice(Math.max(0, line - 100), line)) && text.length < longestLine) {
    line = text.lastIndexOf('\n', line - 2) + 1;
  }
  if (line > 0 || text.length < longestLine) return line;
  return Math.max(text.lastIndexOf(' '), text.lastIndexOf('<'), text.lastIndexOf('>')) + 1 || text.length;
}

const unknownPage = 'latin1';
/** By what the beginning shows; a page that cannot be told is read byte by byte, and comes out as it was. */
function encodingOf(chunk: Uint8Array): string {
  // The chunk can end within a character.
  for (const shorter of [0, 1, 2, 3]) {
    const decoded = decodeUnicode(chunk.subarray(0, Math.max(0, Math.min(chunk.length, 65_536) - shorter)));
    if (decoded !== null) return decoded.encoding;
  }
  return unknownPage;
}
