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
  const fields: Field[] = [];
  for (const raw of text.split(/\r\n|[\r\n]/u)) {
    const line = raw.trimEnd();
    const colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('\uFF1A'));
    if (isUnderline(line)) fields.push('underline');
    else if (colon < 0) {
      if (/[\p{L}\p{N}]/u.test(line)) fields.push('text');
    } else if (!line.includes('>') || !prompt.test(line)) {
      fields.push({ line, value: line.slice(colon + 1).trim() });
    }
  }
  return fields;
}
