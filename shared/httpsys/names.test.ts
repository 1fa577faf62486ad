import { expect, test } from 'vitest';
import { matchHostName } from './names.ts';

const none = { subject: 'O=Corp', dns: [], ips: [] };

test.each([
  ['a name, whatever its case', { ...none, dns: ['PS07.corp.example'] }, 'ps07.CORP.example', 'san'],
  ['a trailing dot', { ...none, dns: ['ps07.corp.example'] }, 'ps07.corp.example.', 'san'],
  ['a wildcard for one label', { ...none, dns: ['*.corp.example'] }, 'ps07.corp.example', 'san'],
  ['a wildcard for two labels', { ...none, dns: ['*.example'] }, 'ps07.corp.example', 'none'],
  ['a wildcard for none', { ...none, dns: ['*.corp.example'] }, 'corp.example', 'none'],
  ['a wildcard within a label', { ...none, dns: ['ps*.corp.example'] }, 'ps07.corp.example', 'none'],
  ['an IDN against its punycode', { ...none, dns: ['xn--bcher-kva.example'] }, 'BÜCHER.example', 'san'],
  ['a wildcard over an IDN', { ...none, dns: ['*.xn--bcher-kva.example'] }, 'ps07.bücher.example', 'san'],
  ['an address', { ...none, ips: ['fe80::1'] }, 'FE80:0:0:0:0:0:0:1', 'san'],
  ['an address is no name', { ...none, dns: ['10.0.0.7'] }, '10.0.0.7', 'none'],
  ['the CN alone', { ...none, subject: 'OU=x, CN=PS07.corp.example, O=A' }, 'ps07.corp.example', 'cn'],
  ['the CN behind an escaped comma', { ...none, subject: 'O=A\\, CN=no, CN=ps07' }, 'ps07', 'cn'],
  ['no CN out of an escaped comma', { ...none, subject: 'O=A\\, CN=ps07' }, 'ps07', 'none'],
  ['the CN beside other names', { ...none, subject: 'CN=ps07', dns: ['other'] }, 'ps07', 'none'],
])('%s', (_, certificate, name, match) => {
  expect(matchHostName(certificate, name)).toBe(match);
});
