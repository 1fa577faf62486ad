import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTable } from '../test-support/arbitraries.ts';
import { formatEndpoint } from '../httpsys/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { readHttpRegistry } from './http-registry.ts';
import { isCutRegExport, parseRegExport } from './reg-export.ts';

const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';
const containers = { ip: 'SslBindingInfo', sni: 'SslSniBindingInfo', ccs: 'SslCcsBindingInfo' };

/** Bytes as regedit writes them: separated by commas, a backslash at the end of each full line. */
const hex = (digits: string): string =>
  (digits.toLowerCase().match(/../gu) ?? []).join(',').replaceAll(/(.{45},)/gu, '$1\\\r\n  ');

function guidBytes(guid: string): string {
  const [a = '', b = '', c = '', ...rest] = guid.split('-');
  const swapped = [a, b, c].map((group) => (group.match(/../gu) ?? []).toReversed().join(''));
  return [...swapped, ...rest].join('');
}

const render = ({ endpoint, thumbprint, appId, store }: HttpSysRecord): string[] => [
  `[${root}\\${containers[endpoint.kind]}\\${formatEndpoint(endpoint)}]`,
  ...(thumbprint === null ? [] : [`"SslCertHash"=hex:${hex(thumbprint)}`]),
  `"AppId"=hex:${hex(guidBytes(appId ?? ''))}`,
  ...(store === null ? [] : [`"SslCertStoreName"="${store}"`]),
  '"DefaultFlags"=dword:00000000',
  '',
];

test('an export of any table is read back to that table', () => {
  fc.assert(
    fc.property(aTable(), (table) => {
      const plain = table.map((record) => ({ ...record, flags: {} }));
      const head = ['Windows Registry Editor Version 5.00', '', `[${root}]`, '"EnableErrorLogging"=dword:00000001', ''];
      const read = readHttpRegistry(parseRegExport([...head, ...plain.flatMap(render)].join('\r\n')));
      const expected = plain.map((record) => ({
        ...record,
        store: record.endpoint.kind === 'ccs' ? null : (record.store ?? 'MY'),
      }));
      expect(read).toEqual({ ok: true, value: { records: expected }, notes: [] });
    }),
  );
});

describe('an export that breaks off', () => {
  const sound = [
    'Windows Registry Editor Version 5.00',
    '',
    `[${root}]`,
    '"a"=dword:00000001',
    '"b"=hex(7):61,00,\\',
    '  00,00',
    '"c"="x"',
    '"d"=-',
    '',
    `[${root}\\SslBindingInfo\\[::1]:443]`,
    '"SslCertHash"=hex:2f,74,\\',
    '  ed,7c',
    '"AppId"=hex:81,e1',
    '',
    '',
  ].join('\r\n');

  test('is none when it is whole', () => {
    expect(isCutRegExport(sound)).toBe(false);
    expect(isCutRegExport('no export')).toBe(false);
  });

  test('wherever it breaks off but between two keys', () => {
    const between = sound.indexOf(`[${root}\\Ssl`);
    for (let at = sound.indexOf(root) + 10; at < sound.length; at++) {
      if (at !== between) expect(isCutRegExport(sound.slice(0, at)), sound.slice(0, at)).toBe(true);
    }
  });

  test.each(['"e"=hex:2f,7', '"e"=hex:2f,', '"e"="x', '"e', '[HKEY_LOCAL_MACHINE\\SYS'])('in its midst: %s', (line) => {
    expect(isCutRegExport(sound.replace('"c"="x"', line))).toBe(true);
  });
});

describe('values', () => {
  test.each([
    ['"a"="C:\\\\x \\"y\\""', { name: 'a', type: 'REG_SZ', data: 'C:\\x "y"' }],
    ['"a"=dword:0000001f', { name: 'a', type: 'REG_DWORD', data: '0x0000001f' }],
    ['"a"=hex(2):25,00,78,00,00,00', { name: 'a', type: 'REG_EXPAND_SZ', data: '%x' }],
    ['@="x"', { name: '(Default)', type: 'REG_SZ', data: 'x' }],
    ['"a\\\\b"=hex:01,\\\r\n  02', { name: 'a\\b', type: 'REG_BINARY', data: '0102' }],
  ])('%s', (line, value) => {
    const [key] = parseRegExport(`[HKEY_LOCAL_MACHINE\\X]\r\n${line}\r\n`);
    expect([...(key?.values.values() ?? [])]).toEqual([value]);
  });

  test.each(['"a"=hex(7):61,00', '"a"=-', '"a', 'a=1', '"a"=dword:xyz'])('%s is none', (line) => {
    expect(parseRegExport(`[HKEY_LOCAL_MACHINE\\X]\n${line}`)[0]?.values.size).toBe(0);
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseRegExport(`[HKEY_X]\n"a"=${text}`)));
  });
});
