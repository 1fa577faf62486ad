import type { RegistryKey } from './reg-query.ts';

const keyLine = /^\[(HKEY_[A-Z_]+(?:\\.*)?)\]$/u;
/** `"name"=data` or `@=data`; quotes and backslashes in a name are escaped. */
const valueLine = /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/u;

const unescaped = (text: string): string => text.replace(/\\(.)/gu, '$1');

const typeNames: Readonly<Record<string, string>> = {
  '': 'REG_BINARY',
  '1': 'REG_SZ',
  '2': 'REG_EXPAND_SZ',
  '3': 'REG_BINARY',
  '4': 'REG_DWORD',
};

/** Hex digits of UTF-16LE, without what follows the first NUL. */
function textOfHex(hex: string): string {
  const units = (hex.match(/..../gu) ?? []).map((unit) => Number.parseInt(unit.slice(2) + unit.slice(0, 2), 16));
  const end = units.indexOf(0);
  return String.fromCharCode(...(end < 0 ? units : units.slice(0, end)).slice(0, 4096));
}

/** Type and data as `reg query` prints them; null when it is neither. */
function readData(text: string): { type: string; data: string } | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/u.exec(text)?.[1];
  if (quoted !== undefined) return { type: 'REG_SZ', data: unescaped(quoted) };
  const dword = /^dword:([0-9a-f]{1,8})$/iu.exec(text)?.[1];
  if (dword !== undefined) return { type: 'REG_DWORD', data: `0x${dword}` };
  const [, kind = '', bytes] = /^hex(?:\(([0-9a-f]{1,8})\))?:([0-9a-f,\s]*)$/iu.exec(text) ?? [];
  const type = typeNames[kind];
  if (bytes === undefined || type === undefined) return null;
  const hex = bytes.replace(/[,\s]/gu, '').toUpperCase();
  return { type, data: type.endsWith('SZ') ? textOfHex(hex) : hex };
}

const joinLines = (text: string): string => text.replace(/\\[ \t]*\r?\n[ \t]*/gu, '');
const finishedHex = /^hex(?:\([0-9a-f]{1,8}\))?:(?:[0-9a-f]{2}(?:,[0-9a-f]{2})*)?$/iu;

function isUnfinished(line: string): boolean {
  if (/^\[-?HKEY_/u.test(line)) return !line.endsWith(']');
  const content = valueLine.exec(line)?.[2];
  if (content === undefined) return line.startsWith('"') || line.startsWith('@=');
  if (content === '-') return false;
  return content.startsWith('hex') ? !finishedHex.test(content.replace(/\s/gu, '')) : readData(content) === null;
}

/**
 * Whether an export breaks off, or a line within it does. Each key ends with an
 * empty line, the last one too, so that a value at the very end may go on.
 */
export function isCutRegExport(text: string): boolean {
  const lines = joinLines(text)
    .split(/\r?\n/u)
    .map((line) => line.trim());
  const first = lines.findIndex((line) => line.startsWith('[HKEY_'));
  const last = lines.findLastIndex((line) => /^(?:\[|"|@=)/u.test(line));
  if (first < 0) return false;
  // The empty line has an end of its own.
  const ends = lines[last + 1] === '' && lines.length > last + 2;
  return !ends || lines.slice(first).some(isUnfinished);
}

/**
 * Reads what `reg export` and regedit write, in the form that `parseRegQuery`
 * gives: keys in their order, each with its values. Lines that are neither are
 * passed over; a value whose lines are cut off is none.
 */
export function parseRegExport(text: string): RegistryKey[] {
  const keys: RegistryKey[] = [];
  for (const line of joinLines(text).split(/\r?\n/u)) {
    const path = keyLine.exec(line.trim())?.[1];
    if (path !== undefined) keys.push({ path, values: new Map() });
    const [, quoted, content] = valueLine.exec(line.trim()) ?? [];
    const read = content === undefined ? null : readData(content);
    if (read === null) continue;
    // The default value, in brackets as reg.exe prints it.
    const name = quoted === undefined ? '(Default)' : unescaped(quoted);
    keys.at(-1)?.values.set(name.toLowerCase(), { name, ...read });
  }
  return keys;
}
