import { lastWord } from './last-word.ts';

/** A line of a listing and what stands behind its last colon. */
export interface PrintedField {
  line: string;
  value: string;
  /** Whether a line that says nothing stands above it. */
  apart: boolean;
}

/**
 * `underline` is a line of dashes, below which a listing begins; `prompt` ends what a command printed, and `query` too,
 * which asks for one endpoint alone; `text` is a
 * line without a label, and a `paragraph` when it stands apart.
 */
export type Field = PrintedField | 'underline' | 'prompt' | 'query' | 'text' | 'paragraph';

/** A line ends in dashes; before them may stand what a mail or a log put before every line. */
const isUnderline = (line: string): boolean => /^[-\u2010-\u2015\u2500=]{5}$/u.test(line.slice(-5));
/** Below any other line, dashes behind a label are its value: a CTL may have any name. */
const isHeading = (above: Field | undefined): boolean => typeof above === 'object' && above.value === '';
/** Of cmd, PowerShell (also on another computer: `[PS07]: PS C:\>`) and netsh, quoted in a mail or not. */
const prompt = /^[\s>|]*(?:\[[^\]\s]+\]: )?(?:[a-z]:\\[^>]*|PS(?: [^>]*)?|netsh[^>:]*)>/iu;
/** What a log puts before every line: `[10:00:15] `. */
const time = /^\s*(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d:\d\d(?:[.,]\d+)?Z?(?:\s|$)/u;
const bracketedTime = /^\s*\[[\d\-/T ]*\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?Z?\](?:\s|$)/u;
const url = /https?:\/\//iu;
/** Asked for one endpoint: what is printed then is not the whole table. */
const selector = /\bsslcert\b.*?\b(?:ipport|hostnameport|ccs|scopedccs)\s*=/iu;

/** A line without what a log put before it and the blanks behind it. */
export const lineOf = (raw: string): string => raw.replace(time, '').replace(bracketedTime, '').trimEnd();

/** What stands behind the last colon, or the URL that holds it; null for a line without a label. */
export function valueOf(line: string): string | null {
  const word = lastWord(line);
  const found = word.search(url);
  const address = found < 0 ? null : word.slice(found);
  const label = address === null ? line : line.slice(0, line.trimEnd().length - address.length);
  const colon = Math.max(label.lastIndexOf(':'), label.lastIndexOf('\uFF1A'));
  return colon < 0 ? null : (address ?? line.slice(colon + 1).trim());
}

/** The lines that say something: those with a label split at the last colon, blank lines left out. */
export function readFields(text: string): Field[] {
  const fields: Field[] = [];
  let apart = false;
  for (const raw of text.split(/\r\n|[\r\n]/u)) {
    const line = lineOf(raw);
    const value = valueOf(line);
    const blank = value === null && !/[\p{L}\p{N}]/u.test(line);
    if (isUnderline(line) && (value === null || isHeading(fields.at(-1)))) fields.push('underline');
    else if (line.includes('>') && prompt.test(line)) fields.push(selector.test(line) ? 'query' : 'prompt');
    else if (value !== null) fields.push({ line, value, apart });
    else if (!blank) fields.push(apart ? 'paragraph' : 'text');
    apart = blank;
  }
  return fields;
}
