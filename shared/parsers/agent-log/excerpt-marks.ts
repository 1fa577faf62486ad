/** Stands in an excerpt for what was left out of a log; long, so that the search for it stays fast. */
export const markStart = '<!-- Package Server Doctor left out lines: ';

/** The mark for `lines` line feeds that were left out; it brings one of them itself. */
export const markFor = (lines: number): string => `${markStart}${lines} -->${lines > 0 ? '\n' : ''}`;

const mark = /<!-- Package Server Doctor left out lines: (\d{1,12}) -->/giu;

/** How many lines the marks in a text stand for, besides those that the text shows. */
export function linesLeftOut(text: string): number {
  let lines = 0;
  for (const [, count] of text.matchAll(mark)) lines += Math.max(0, Number(count) - 1);
  return lines;
}
