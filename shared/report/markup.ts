import { visible } from './visible.ts';

/** HTML that is safe to put into a page: made by `markup` alone. */
export class Markup {
  /** Only `markup` has this key, so no text from elsewhere passes for HTML. */
  readonly #html: string;
  constructor(key: typeof madeHere, html: string) {
    if (key !== madeHere) throw new Error('Markup is made by the function markup alone.');
    this.#html = html;
  }
  /** A text of the product's own that stands where nothing may be escaped, such as a style sheet. */
  static ours(text: string): Markup {
    return new Markup(madeHere, text);
  }
  toString(): string {
    return this.#html;
  }
}

const madeHere = Symbol('markup');

/** What can stand in a place of a template: text is escaped, nothing is left out. */
export type Part = string | number | Markup | null | undefined | false | readonly Part[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => visible(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.toString();
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map(written).join('');
}

/**
 * HTML with values in it, each of them escaped, in text and in quoted attributes
 * alike: `` markup`<td title="${name}">${name}</td>` ``.
 */
export const markup = (fixed: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(madeHere, fixed.map((text, index) => text + written(parts[index])).join(''));
