/** A heading's underline; what netsh lists stands below it. */
const underline = /^\s*-{5,}\s*$/u;

/** No line that netsh prints here is nearly as long. */
const longestLine = 10_000;

/**
 * The lines below the heading of what `netsh http show …` prints, blank ones left
 * out; null when the text is no listing, or its last line has no end and so may be
 * cut off.
 */
export function linesBelowHeading(text: string): string[] | null {
  const lines = text.split(/\r?\n/u);
  const head = lines.findIndex((line) => underline.test(line));
  if (head < 1 || lines.at(-1) !== '') return null;
  if (lines.some((line) => line.length > longestLine)) return null;
  return lines.slice(head + 1).filter((line) => line.trim() !== '');
}

/** The value of a labelled line, by its first colon; null when it has none. Labels are translated. */
export function valueAfterLabel(line: string): string | null {
  const colon = /[:\uFF1A]/u.exec(line);
  return colon === null ? null : line.slice(colon.index + 1).trim();
}
