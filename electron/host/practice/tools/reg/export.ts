import { findKey } from '../../registry/registry.ts';
import type { RegistryValue } from '../../registry/registry-key.ts';
import { writeFile } from '../../virtual-files.ts';
import { lines, type ToolContext, type ToolOutput } from '../tool.ts';

/** `reg export KEY FILE /y`: a version 5 file, UTF-16LE with its mark. */
export function regExport({ world, language }: ToolContext, args: readonly string[]): ToolOutput {
  const [name = '', file] = args;
  const found = findKey(world, name);
  if (found === undefined || file === undefined) {
    return { exitCode: 1, err: lines('', language.reg.notFound) };
  }
  const keys = found.below.map(({ path, values }) => lines(`[${path}]`, ...values.map(entry), ''));
  const text = lines('Windows Registry Editor Version 5.00', '') + keys.join('');
  writeFile(world, file, Buffer.from(`\ufeff${text}`, 'utf16le'));
  return { exitCode: 0, out: lines(language.reg.done, '') };
}

function entry(value: RegistryValue): string {
  const name = value.name === '' ? '@' : `"${escaped(value.name)}"`;
  if (value.type === 'REG_DWORD') return `${name}=dword:${value.data.toString(16).padStart(8, '0')}`;
  if (value.type === 'REG_SZ') return `${name}="${escaped(value.data)}"`;
  if (value.type === 'REG_MULTI_SZ') {
    const text = [...value.data, ''].map((one) => `${one}\0`).join('');
    return wrapped(`${name}=hex(7):`, [...Buffer.from(text, 'utf16le')]);
  }
  return wrapped(`${name}=hex:`, [...value.data]);
}

const escaped = (text: string) => text.replace(/[\\"]/gu, '\\$&');

/** Bytes in hex; a line that would pass 80 characters goes on after a backslash. */
function wrapped(start: string, bytes: readonly number[]): string {
  let line = start;
  const done: string[] = [];
  bytes.forEach((byte, index) => {
    const last = index === bytes.length - 1;
    line += `${byte.toString(16).padStart(2, '0')}${last ? '' : ','}`;
    if (!last && line.length > 76) {
      done.push(`${line}\\`);
      line = '  ';
    }
  });
  return [...done, line].join('\r\n');
}
