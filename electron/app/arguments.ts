import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface WizardArguments {
  /** Where cases lie, instead of the usual place. */
  data: string | null;
  /** Looked at as soon as the window is there. */
  target: string | null;
  /** Keeps a practice server in this folder. */
  practice: string | null;
}

/**
 * Reads the wizard's own options; Electron and Chromium have theirs on the same
 * line, which are left alone. Relative paths count from where the person stood.
 */
export function wizardArguments(
  line: readonly string[],
  folder = process.env['INIT_CWD'] ?? process.cwd(),
): WizardArguments {
  const { values } = parseArgs({
    args: [...line],
    options: { data: { type: 'string' }, target: { type: 'string' }, practice: { type: 'string' } },
    strict: false,
  });
  const text = (value: string | boolean | undefined) => (typeof value === 'string' && value !== '' ? value : null);
  const path = (value: string | boolean | undefined) => {
    const given = text(value);
    return given === null ? null : resolve(folder, given);
  };
  return { data: path(values.data), target: text(values.target), practice: path(values.practice) };
}

/** The same options as a command line, for a start of the wizard by itself: nothing of Chromium's is handed on. */
export const ownOptions = (line: WizardArguments): string[] =>
  Object.entries(line).flatMap(([name, value]: [string, string | null]) =>
    value === null ? [] : `--${name}=${value}`,
  );
