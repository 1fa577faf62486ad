import type { TextFilter } from './filter-as-text.ts';

/** A piece of XML without a "<" that is longer than this is not the file that it should be. */
const maxPiece = 8 * 1024 * 1024;

/**
 * A filter that goes through XML from "<" to "<": an attribute never holds that
 * character, so none is ever seen in part.
 *
 * @param clean gets one piece: a tag, or a part of a comment, and the text after it
 * @throws Error, while filtering, for a text that cannot be XML
 */
export function createXmlPieceFilter(clean: (piece: string) => string): TextFilter {
  const cleanAll = (text: string): string => text.split(/(?=<)/).map(clean).join('');
  let pending = '';
  return {
    push(text) {
      pending += text;
      const cut = pending.lastIndexOf('<');
      if (cut <= 0) {
        if (pending.length > maxPiece) throw new Error('The file is not a configuration file: no tag ends.');
        return '';
      }
      const whole = pending.slice(0, cut);
      pending = pending.slice(cut);
      return cleanAll(whole);
    },
    end() {
      const last = pending;
      pending = '';
      return cleanAll(last);
    },
  };
}
