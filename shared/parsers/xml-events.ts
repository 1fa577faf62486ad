import { SaxesParser } from 'saxes';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
}

export interface XmlReader {
  /** Bytes of the file, or text that was decoded already. */
  write(chunk: Uint8Array | string): void;
  /** One sentence when the text is no XML to its end, else null. */
  close(): string | null;
}

/** A text that is no XML has an error at every turn, and each costs; the first one ends the reading. */
const sliceLength = 4 * 1024;

/** None of the files that are read nests nearly as deep. */
const deepest = 200;

/** No declaration is longer; what begins so and is, is none. */
const longestDeclaration = 512;
const declaration = /^\uFEFF?\s*(?:<\?xml[^>]*\?>)?/u;

/** UTF-8 unless a byte order mark says UTF-16. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

/**
 * Reads XML as a stream, so that a file of hundreds of megabytes stays cheap;
 * fragments with several roots are read too. `open` gets each element with its
 * ancestors, outermost first; `leave` each with the text that stands directly in it.
 * Nothing throws; `close` tells what is wrong.
 */
export function createXmlReader(
  open: (element: XmlElement, ancestors: readonly XmlElement[]) => void,
  leave?: (element: XmlElement, text: string) => void,
): XmlReader {
  const parser = new SaxesParser<{ xmlns: false; fragment: true }>({ xmlns: false, fragment: true });
  const ancestors: XmlElement[] = [];
  const texts: string[] = [];
  let problem: string | null = null;
  let elements = 0;
  parser.on('error', (error) => (problem ??= error.message));
  parser.on('opentag', (tag) => {
    elements += 1;
    if (ancestors.length >= deepest) problem ??= `its elements are nested more than ${deepest} deep`;
    if (problem !== null) return;
    open(tag, ancestors);
    ancestors.push(tag);
    if (leave !== undefined) texts.push('');
  });
  parser.on('closetag', () => {
    const element = ancestors.pop();
    if (leave !== undefined && element !== undefined) leave(element, texts.pop() ?? '');
  });
  if (leave !== undefined) {
    const add = (text: string): void => {
      if (texts.length > 0) texts[texts.length - 1] += text;
    };
    parser.on('text', add);
    parser.on('cdata', add);
  }

  let decoder: TextDecoder | null = null;
  let head: string | null = '';
  const feed = (text: string, last: boolean): void => {
    if (problem !== null) return;
    // The declaration may stand at the start of a document only, and is dropped before the fragment begins.
    const whole: string = (head ?? '') + text;
    if (head !== null && whole.length < longestDeclaration && !last) {
      head = whole;
      return;
    }
    const start = head === null ? 0 : (declaration.exec(whole.slice(0, longestDeclaration))?.[0].length ?? 0);
    const rest = whole.slice(start);
    head = null;
    for (let at = 0; at < rest.length; at += sliceLength) {
      if (problem !== null) return;
      parser.write(rest.slice(at, at + sliceLength));
    }
  };
  return {
    write(chunk) {
      if (chunk.length === 0) return;
      if (typeof chunk === 'string') return feed(chunk, false);
      decoder ??= new TextDecoder(encodingOf(chunk));
      feed(decoder.decode(chunk, { stream: true }), false);
    },
    close() {
      feed(decoder?.decode() ?? '', true);
      if (problem === null) parser.close();
      return problem ?? (elements === 0 ? 'no element in it' : null);
    },
  };
}
