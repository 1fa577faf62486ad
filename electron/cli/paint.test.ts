import { expect, it } from 'vitest';
import { jsonText } from './json-text.ts';
import { readable } from './paint.ts';

it('shows the styles of psdoctor alone, and names what a server would do to a terminal', () => {
  const hostile = 'x\u001b]0;owned\u0007\u001b[2J\u202Eab\r\u0000';
  const text = readable((paint) => `${paint(['bold', 'red'], hostile)}\n`, true);
  expect(text).toBe(
    '\u001b[1m\u001b[31mx[U+001B]]0;owned[U+0007][U+001B][2J[U+202E]ab[U+000D][U+0000]\u001b[0m\u001b[0m\n',
  );
});

it('leaves styles out where there are no colours', () => {
  expect(readable((paint) => `${paint('dim', 'a')} b\n`, false)).toBe('a b\n');
});

it('tells in JSON by their numbers what a terminal would obey, and the document stays the same', () => {
  const document = { name: 'x\u001b[2J\u009b31m\u202Eab\u{E0041}\u2028', list: ['a\nb', 'ä…'] };
  const text = jsonText(document);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
  expect(text).toContain('"ä…"');
  expect(JSON.parse(text)).toEqual(document);
});
