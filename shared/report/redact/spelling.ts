/**
 * One spelling for all cases of a text, as a case-insensitive pattern sees them:
 * `İ`, `ı` and `ß` have no other case that is one character, and stay.
 */
export function fold(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  return Array.from(text, (character) => {
    const folded = character.toUpperCase().toLowerCase();
    return folded.length === character.length && character !== 'ı' ? folded : character;
  }).join('');
}

/** How else a character of a value is written within a text: in a query, in XML, behind the escapes of JSON or `reg export`. */
const writings: Readonly<Record<string, string>> = {
  ' ': '[ +]',
  '+': '[ +]',
  '&': '&(?:amp;)?',
  '\\': String.raw`(?:\\{1,4}|\/)`,
  '/': String.raw`(?:\\{1,4}|\/)`,
};

/** A pattern for one character of a value in any of its writings. */
export const anyWriting = (character: string): string =>
  writings[character] ?? character.replace(/[\^$.*?()[\]{}|]/u, String.raw`\$&`);

/** The one spelling that stands for all cases and writings of a value. */
export const keyOf = (value: string): string =>
  fold(value)
    .replaceAll('&amp;', '&')
    .replaceAll('+', ' ')
    .replace(/\\{1,4}|\//gu, '\\');

const escapes: readonly [RegExp, (code: string) => string][] = [
  [/(?:%[\da-f]{2})+/giu, (code) => decodeURIComponent(code)],
  [/&amp;/gu, () => '&'],
];

/** A name as it is meant, where it is written for a URL or for XML. */
export function plainName(text: string): string {
  try {
    return escapes.reduce((plain, [pattern, meant]) => plain.replace(pattern, meant), text);
  } catch {
    return text;
  }
}
