import { parsed, unreadable, type Parsed } from './parsed.ts';

/** A section's JSON, or `{ error }` as its script caught it. */
export type ScriptSections = ReadonlyMap<string, Parsed<unknown>>;

const section = /^-----BEGIN psdoctor ([\w-]{1,60})-----\s*$/u;

function readJson(text: string): Parsed<unknown> {
  try {
    const value: unknown = JSON.parse(text);
    const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : null;
    return typeof error === 'string' ? unreadable(error) : parsed(value);
  } catch {
    return unreadable('this section is not JSON');
  }
}

/**
 * The sections that a PowerShell script of the product printed between its
 * markers. Text around them (a profile's, a warning) does not matter; a section
 * without its end was cut off and says so.
 */
export function parseScriptSections(text: string): ScriptSections {
  const sections = new Map<string, Parsed<unknown>>();
  let name: string | null = null;
  let lines: string[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const begins: string | undefined = section.exec(line)?.[1];
    if (begins !== undefined) {
      name = begins;
      lines = [];
      sections.set(name, unreadable('this section is cut off: the script ended within it'));
    } else if (name !== null && line.trimEnd() === `-----END psdoctor ${name}-----`) {
      sections.set(name, readJson(lines.join('\n')));
      name = null;
    } else lines.push(line);
  }
  return sections;
}
