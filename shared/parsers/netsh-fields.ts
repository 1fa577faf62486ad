/** A line of a listing and what stands behind its last colon. */
export interface PrintedField {
  line: string;
  value: string;
}

/** `underline` is a line of dashes, below which a listing begins; `text` a line without a colon. */
export type Field = PrintedField | 'underline' | 'text';

/** A line ends in dashes; before them may stand what a mail or a log put before every line. */
const isUnderline = (line: string): boolean => /^[-\u2010-\u2015\u2500=]{5}$/u.test(line.slice(-5));
const prompt = /^\s*(?:PS )?[a-z]:\\[^>]*>/iu;

/** The lines that say something: those with a colon split at the last one, blank lines and prompts left out. */
export function readFields(text: string): Field[] {
  return text.split(/\r\n|[\r\n]/u).flatMap((raw): Field[] => {
    const line = raw.trimEnd();
    if (isUnderline(line)) return ['underline'];
    const colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('\uFF1A'));
    if (colon < 0) return /[\p{L}\p{N}]/u.test(line) ? ['text'] : [];
    if (line.includes('>') && prompt.test(line)) return [];
    return [{ line, value: line.slice(colon + 1).trim() }];
  });
}
