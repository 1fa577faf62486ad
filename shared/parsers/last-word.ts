const blank = /\s/u;

/**
 * What stands behind the last blank of a line, in linear time: an expression that ends in `\\S*$` and is tried from every
 * place takes minutes for a line of a megabyte.
 */
export function lastWord(line: string): string {
  const text = line.trimEnd();
  let at = text.length;
  while (at > 0 && !blank.test(text[at - 1]!)) at -= 1;
  return text.slice(at);
}
