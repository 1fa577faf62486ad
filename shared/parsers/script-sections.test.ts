import { expect, test } from 'vitest';
import { parseScriptSections } from './script-sections.ts';

const section = (name: string, body: string): string =>
  `-----BEGIN psdoctor ${name}-----\r\n${body}\r\n-----END psdoctor ${name}-----\r\n`;

test('each section by itself, whatever stands around it', () => {
  const text = `WARNING: profile\r\n${section('a', '[1,"\\u00e4"]')}noise\r\n${section('b', '{"error":"it\\u0027s locked"}')}${section('c', '{')}`;
  const sections = parseScriptSections(`${text}-----BEGIN psdoctor d-----\r\n[1`);
  expect(sections.get('a')).toEqual({ ok: true, value: [1, 'ä'], notes: [] });
  expect(sections.get('b')).toEqual({ ok: false, problem: "it's locked" });
  expect(sections.get('c')).toMatchObject({ ok: false });
  expect(sections.get('d')).toMatchObject({ ok: false, problem: expect.stringContaining('cut off') });
  expect(sections.get('e')).toBeUndefined();
});

test('an end of another section does not close one', () => {
  const text = '-----BEGIN psdoctor a-----\n1\n-----END psdoctor b-----\n';
  expect(parseScriptSections(text).get('a')?.ok).toBe(false);
});
