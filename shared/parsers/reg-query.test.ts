import { expect, test } from 'vitest';
import { parseRegQuery, readDword, readText } from './reg-query.ts';

const text = `\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\r
    CurrentBuildNumber    REG_SZ    20348\r
    Name with    four blanks    REG_DWORD    0x1f\r
    Empty    REG_SZ    \r
    No data    REG_NONE\r
    Type in data    REG_SZ    a    REG_SZ    b\r
\r
HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Sub Key\r
\r
Suchende: 1 Übereinstimmung(en) gefunden.\r\n`;

test('keys in their order, each with its values', () => {
  const [key, sub, ...rest] = parseRegQuery(text);
  if (!key || !sub) throw new Error('two keys are there');
  expect(rest).toEqual([]);
  expect(readText(key, 'currentbuildnumber')).toBe('20348');
  expect(readDword(key, 'Name with    four blanks')).toBe(31);
  expect(readText(key, 'Empty')).toBe('');
  expect(key.values.get('no data')).toEqual({ name: 'No data', type: 'REG_NONE', data: '' });
  expect(readText(key, 'Type in data')).toBe('a    REG_SZ    b');
  expect(readText(key, 'absent')).toBeNull();
  expect(readDword(key, 'CurrentBuildNumber')).toBe(0);
  expect(sub).toEqual({ path: expect.stringMatching(/Sub Key$/u), values: new Map() });
});

test('values without a key belong to none', () => {
  expect(parseRegQuery('    a    REG_SZ    b')).toEqual([]);
});
