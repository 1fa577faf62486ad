import { findKey } from '../../registry/registry.ts';
import type { RegistryKey, RegistryValue } from '../../registry/registry-key.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `reg query KEY [/s] [/v NAME] [/reg:64]`. */
export function regQuery({ world, language }: ToolContext, args: readonly string[]): ToolOutput {
  const switches = args.map((arg) => arg.toLowerCase());
  const found = findKey(world, args[0] ?? '');
  const notFound: ToolOutput = { exitCode: 1, err: lines('', language.reg.notFound) };
  if (found === undefined) return notFound;
  const valueAt = switches.indexOf('/v');
  const wanted = valueAt === -1 ? undefined : switches[valueAt + 1];
  const recursive = switches.includes('/s');
  const keys = recursive ? found.below : found.below.filter(({ path }) => path === found.path);
  const shown = keys
    .map((key) => ({
      ...key,
      values: key.values.filter(({ name }) => wanted === undefined || name.toLowerCase() === wanted),
    }))
    .filter(({ values }) => values.length > 0);
  if (wanted !== undefined && shown.length === 0) return notFound;
  const blocks = shown.map((key) => lines('', key.path, ...key.values.map(line)));
  const children = recursive || wanted !== undefined ? [] : childPaths(found.path, found.below);
  return { exitCode: 0, out: blocks.join('') + lines('', ...children) };
}

/** A value's line: four blanks between name, type and data. */
function line(value: RegistryValue): string {
  return `    ${value.name === '' ? '(Default)' : value.name}    ${value.type}    ${dataText(value)}`;
}

function dataText(value: RegistryValue): string {
  if (value.type === 'REG_DWORD') return `0x${value.data.toString(16)}`;
  if (value.type === 'REG_BINARY') return Buffer.from(value.data).toString('hex').toUpperCase();
  return value.data;
}

function childPaths(path: string, below: readonly RegistryKey[]): string[] {
  const depth = path.split('\\').length + 1;
  const children = below
    .filter((key) => key.path.length > path.length)
    .map((key) => key.path.split('\\').slice(0, depth).join('\\'));
  return [...new Set(children)];
}
