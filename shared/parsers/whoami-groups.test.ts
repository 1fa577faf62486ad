import { expect, test } from 'vitest';
import { parseWhoamiGroups } from './whoami-groups.ts';

const line = (name: string, sid: string): string => `"${name}","Alias","${sid}","Enabled, group owner"\r\n`;
const users = line('VORDEFINIERT\\Benutzer', 'S-1-5-32-545');
const admins = line('BUILTIN\\Administrators', 'S-1-5-32-544');
const level = (rid: number): string => line('Mandatory Label\\High', `S-1-16-${rid}`);

test.each([
  ['an elevated administrator', users + admins + level(12288), { elevated: true, localSystem: false }],
  ['the filtered token of an administrator', users + admins + level(8192), { elevated: false, localSystem: false }],
  ['LocalSystem', admins + level(16384), { elevated: true, localSystem: true }],
  ['a high level without the group', users + level(12288), { elevated: false, localSystem: false }],
  [
    'a domain group that ends in 544',
    line('X', 'S-1-5-21-1-2-3-32-544') + level(12288),
    { elevated: false, localSystem: false },
  ],
])('%s', (_, text, value) => {
  expect(parseWhoamiGroups(text)).toEqual({ ok: true, value, notes: [] });
});

test.each(['', 'ERROR: Invalid argument/option', users])('%j tells nothing', (text) => {
  expect(parseWhoamiGroups(text).ok).toBe(false);
});
