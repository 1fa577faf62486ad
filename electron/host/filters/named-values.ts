import type { TextFilter } from './filter-as-text.ts';

/** A key, at the beginning of a line and never indented. */
const key = /^\s*HKEY_[A-Z_]+(?:\\|\s*$)/u;
/** A name, its type, and data: reg.exe puts four blanks between them. */
const value = /^ {4}(.+?) {4}REG_[A-Z_]+(?: {4}|\s*$)/u;
/** How reg.exe shows the name of a key's default value: translated, in brackets. */
const isDefault = (name: string): boolean => /^\(.*\)$/u.test(name);

/**
 * Of what `reg query` prints, only the keys and the values of these names:
 * beside them stand owners, product keys and what nobody asked for. A default
 * value passes where `withDefault` says so.
 */
export function createNamedValuesFilter(names: readonly string[], withDefault = false): TextFilter {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const passes = (line: string): boolean => {
    if (key.test(line)) return true;
    const name = value.exec(line)?.[1];
    if (name === undefined) return line.trim() === '';
    return wanted.has(name.toLowerCase()) || (withDefault && isDefault(name));
  };
  let pending = '';
  return {
    push(text) {
      const lines = (pending + text).split('\n');
      pending = lines.pop() ?? '';
      return lines.map((line) => (passes(line) ? `${line}\n` : '')).join('');
    },
    // A blank in the place of what is left out shows that the text breaks off within a line.
    end: () => (passes(pending) ? pending : ' '),
  };
}
