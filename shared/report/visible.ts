/** What a reader would not see, or what would change how the rest is read: control characters, marks of direction, joiners. */
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

const code = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/**
 * A value from a server with everything invisible named: an ANSI escape, a
 * right-to-left override or a NUL can then neither hide nor rearrange what is
 * read. Tabs and line ends stay; `\r\n` becomes `\n`.
 */
export const visible = (text: string): string => text.replaceAll('\r\n', '\n').replace(hidden, code);

/** The same in one line, cut to a number of characters. */
export function oneLine(text: string, longest = 300): string {
  // What is cut off anyway is not looked at: a value can be megabytes long.
  const begun = text.trimStart();
  const head = begun.slice(0, 20 * longest);
  const line = visible(head).replace(/\s+/gu, ' ').trim();
  return head.length === begun.length && line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
