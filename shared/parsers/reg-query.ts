/** `data` is as reg.exe prints it: hex digits of REG_BINARY, `0x1f` of REG_DWORD. */
interface RegistryValue {
  name: string;
  type: string;
  data: string;
}

export interface RegistryKey {
  path: string;
  /** By name in lower case. */
  values: Map<string, RegistryValue>;
}

const keyLine = /^\s*(HKEY_[A-Z_]+(?:\\.*)?)$/u;
const typeInLine = /(?: {4}|\t)(REG_[A-Z_]+)(?= {4}|\t|\s*$)/u;

/**
 * Reads what `reg query` prints: keys in their order, each with its values. The
 * form is the same in every language; lines that are neither are passed over.
 */
export function parseRegQuery(text: string): RegistryKey[] {
  const keys: RegistryKey[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const path = keyLine.exec(line)?.[1];
    if (path !== undefined) keys.push({ path: path.trimEnd(), values: new Map() });
    const found = typeInLine.exec(line);
    if (!found) continue;
    const type = found[1] ?? '';
    const name = line.slice(0, found.index).trim();
    const data = line.slice(found.index + found[0].length).replace(/^(?: {4}|\t)/u, '');
    if (name !== '') keys.at(-1)?.values.set(name.toLowerCase(), { name, type, data });
  }
  return keys;
}

/** A REG_DWORD's number; null when the value is absent or no number. */
export function readNumber(key: RegistryKey, name: string): number | null {
  const data = key.values.get(name.toLowerCase())?.data.trim() ?? '';
  return /^0x[0-9a-f]{1,8}$/iu.test(data) ? Number(data) : null;
}

/** A REG_DWORD's number; 0 when the value is absent or no number. */
export const readDword = (key: RegistryKey, name: string): number => readNumber(key, name) ?? 0;

/** A text value, or null when it is absent. */
export const readText = (key: RegistryKey, name: string): string | null =>
  key.values.get(name.toLowerCase())?.data.trim() ?? null;
