import { inspect } from 'node:util';
import { visible } from '../../shared/report/visible.ts';

const styles = ['bold', 'dim', 'red', 'yellow', 'cyan', 'blue', 'green'] as const;
type Style = (typeof styles)[number];
export type Paint = (style: Style | readonly Style[], text: string) => string;

/** Characters for private use: each begins a style, the last ends it. A server's value could at most be coloured by them. */
const firstMark = 0xf0000;
const end = String.fromCodePoint(firstMark + styles.length);
const marks = /[\u{f0000}-\u{f000f}]/gu;

const mark: Paint = (style, text) =>
  [style].flat().reduceRight((inner, one) => String.fromCodePoint(firstMark + styles.indexOf(one)) + inner + end, text);

/**
 * A text for a person. Everything invisible in it is named, for names and answers
 * of servers are in it, and nobody but psdoctor moves the cursor of a terminal.
 *
 * @param coloured whether styles are shown; without, they are left out
 */
export function readable(text: (paint: Paint) => string, coloured: boolean): string {
  return visible(text(mark)).replace(marks, (found) => {
    if (!coloured) return '';
    const style = styles[found.codePointAt(0)! - firstMark];
    return `\u001b[${style === undefined ? 0 : inspect.colors[style]![0]}m`;
  });
}

/** Colours for a terminal; none for a pipe, a file, or where NO_COLOR asks for none. */
export const showsColours = (stream: NodeJS.WriteStream): boolean =>
  stream.isTTY && process.env['NO_COLOR'] === undefined;

/** Tells a person something beside the answer. */
export const say = (text: string): void => void process.stderr.write(readable(() => text, false));
