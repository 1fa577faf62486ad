import type { Language } from '../../languages/language.ts';
import { findKey } from '../../registry/registry.ts';
import type { RegistryKey, RegistryValue } from '../../registry/registry-key.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `reg query KEY [/s] [/v NAME | /ve] [/reg:64]`. */
export function regQuery({ world, language }: ToolContext, args: readonly string[]): ToolOutput {
  const switches = args.map((arg) => arg.toLowerCase());
  const found = findKey(world, args[0] ?? '');
  const notFound: ToolOutput = { exitCode: 1, err: lines('', language.reg.notFound) };
  if (found === undefined) return notFound;
  const wanted = wantedValue(switches);
  const recursive = switches.includes('/s');
  const keys = recursive ? found.below : found.below.filter(({ path }) => path === found.path);
  const shown = keys
    .map((key) => ({
      ...key,
      values: key.values.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted),
    }))
    .filter(({ values }) => values.length > 0);
  const blocks = shown.map(({ path, values }) => lines('', path, ...values.map((value) => line(value, language))));
  if (wanted === undefined) {
    const children = recursive ? [] : childPaths(found.path, found.below);
    return { exitCode: 0, out: blocks.join('') + lines('', ...children) };
  }
  // A search through subkeys tells how much it found, and that it found nothing.
  if (recursive) {
    const count = shown.reduce((sum, { values }) => sum + values.length, 0);
    const end = lines('', language.reg.endOfSearch.replace('%1', String(count)));
    return { exitCode: count === 0 ? 1 : 0, out: blocks.join('') + end };
  }
  return shown.length === 0 ? notFound : { exitCode: 0, out: blocks.join('') + lines('') };
}

/** The name after `/v`, empty for `/ve`; undefined when every value is asked for. */
function wantedValue(switches: readonly string[]): string | undefined {
  if (switches.includes('/ve')) return '';
  const at = switches.indexOf('/v');
  return at === -1 ? undefined : switches[at + 1];
}

/** A value's line: four blanks between name, type and data. */
function line(value: RegistryValue, { reg }: Language): string {
  return `    ${value.name === '' ? reg.defaultName : value.name}    ${value.type}    ${dataText(value)}`;
}

function dataText(value: RegistryValue): string {
  switch (value.type) {
    case 'REG_DWORD':
      return `0x${value.data.toString(16)}`;
    case 'REG_BINARY':
      return Buffer.from(value.data).toString('hex').toUpperCase();
    case 'REG_MULTI_SZ':
      return value.data.join(String.raw`\0`);
    case 'REG_SZ':
      return value.data;
  }
}

function childPaths(path: string, below: readonly RegistryKey[]): string[] {
  const depth = path.split('\\').length + 1;
  const children = below
    .filter((key) => key.path.length > path.length)
    .map((key) => key.path.split('\\').slice(0, depth).join('\\'));
  return [...new Set(children)];
}
