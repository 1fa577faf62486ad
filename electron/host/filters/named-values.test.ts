import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNamedValuesFilter } from './named-values.ts';

function clean(text: string, pieces = text.length || 1): string {
  const filter = createNamedValuesFilter(['Version'], true);
  let left = '';
  for (let at = 0; at < text.length; at += pieces) left += filter.push(text.slice(at, at + pieces));
  return left + filter.end();
}

const text =
  '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A\r\n    (Standard)    REG_SZ    smp\r\n    version    REG_SZ    8.8    x\r\n' +
  '    Owner    REG_SZ    somebody\r\n  second line of it\r\n    Version 2    REG_SZ    x\r\n    Version    REG_X\r\n\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B\r\n';
const left =
  '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A\r\n    (Standard)    REG_SZ    smp\r\n    version    REG_SZ    8.8    x\r\n' +
  '    Version    REG_X\r\n\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A\\B\r\n';

test('passes keys and named values, in whatever pieces they come', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), (pieces) => void expect(clean(text, pieces)).toBe(left)));
});

test('a default value passes only where it is asked for', () => {
  const filter = createNamedValuesFilter(['Version']);
  expect(filter.push(text) + filter.end()).not.toContain('smp');
});

test('passes nothing else; that a text breaks off can still be seen', () => {
  for (const secret of ['secret', '    Password    REG_SZ    secret', '    Version\tREG_SZ\tsecret'])
    expect(clean(secret)).toBe(' ');
});
