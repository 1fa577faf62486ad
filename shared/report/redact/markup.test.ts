import { describe, expect, it } from 'vitest';
import { redact } from './testing/redact.ts';

describe('names in XML', () => {
  it.each([
    ['of elements', '<ps07 a="1"><ps07>x</ps07><ps07/></ps07>'],
    ['of attributes', `<add  ps07="1"\r\n\tps07 = 'x' />`],
  ])('stay: %s', (_what, text) => {
    expect(redact(text)).toBe(text);
  });

  it.each([
    ['values', '<a b="ps07">ps07</a><c d=" ps07"/>', '<a b="host-1">host-1</a><c d=" host-1"/>'],
    ['a name in brackets', 'server <ps07> failed', 'server <host-1> failed'],
    ['a value before a sign', 'a < b, ps07="x"', 'a < b, host-1="x"'],
    ['an export of the registry', '"ps07"="x"', '"host-1"="x"'],
  ])('are told from %s', (_what, text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});
