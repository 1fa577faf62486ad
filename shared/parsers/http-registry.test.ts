import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTable } from '../test-support/arbitraries.ts';
import { timeFor10000 } from '../test-support/time-for-10000.ts';
import { formatEndpoint } from '../httpsys/endpoint.ts';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { parseHttpRegistry } from './http-registry.ts';

const root = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';
const containers = { ip: 'SslBindingInfo', sni: 'SslSniBindingInfo', ccs: 'SslCcsBindingInfo' };

const dword = (name: string, value: unknown): string =>
  `    ${name}    REG_DWORD    0x${Number(value ?? 0).toString(16)}`;

/** A GUID as HTTP.SYS stores it: its first three groups little-endian. */
function guidBytes(guid: string): string {
  const [a = '', b = '', c = '', ...rest] = guid.split('-');
  const swapped = [a, b, c].map((group) => (group.match(/../gu) ?? []).toReversed().join(''));
  return [...swapped, ...rest].join('').toUpperCase();
}

function render({ endpoint, thumbprint, appId, store, flags }: HttpSysRecord): string[] {
  const freshness = flags['revocationfreshnesstime'];
  const check =
    (flags['verifyclientcertrevocation'] === false ? 1 : 0) |
    (flags['verifyrevocationwithcachedclientcertonly'] ? 2 : 0) |
    (freshness === undefined ? 0 : 4) |
    (flags['usagecheck'] === false ? 0x10000 : 0);
  return [
    `${root}\\${containers[endpoint.kind]}\\${formatEndpoint(endpoint)}`,
    ...(thumbprint === null ? [] : [`    SslCertHash    REG_BINARY    ${thumbprint}`]),
    `    AppId    REG_BINARY    ${guidBytes(appId ?? '')}`,
    ...(store === null ? [] : [`    SslCertStoreName    REG_SZ    ${store}`]),
    dword('DefaultSslCertCheckMode', check),
    dword('DefaultSslRevocationFreshnessTime', freshness),
    dword('DefaultSslRevocationUrlRetrievalTimeout', flags['urlretrievaltimeout']),
    ...(flags['sslctlidentifier'] ? [`    DefaultSslCtlIdentifier    REG_SZ    ${flags['sslctlidentifier']}`] : []),
    ...(flags['sslctlstorename'] ? [`    DefaultSslCtlStoreName    REG_SZ    ${flags['sslctlstorename']}`] : []),
    dword('DefaultFlags', (flags['dsmapperusage'] ? 1 : 0) | (flags['clientcertnegotiation'] ? 2 : 0)),
    '',
  ];
}

test('the registry form of any table is read back to that table', () => {
  fc.assert(
    fc.property(aTable(), (table) => {
      const text = ['', root, '    (Default)    REG_SZ    ', '', ...table.flatMap(render), ''].join('\r\n');
      const expected = table.map((record) => ({
        ...record,
        store: record.endpoint.kind === 'ccs' ? null : (record.store ?? 'MY'),
      }));
      expect(parseHttpRegistry(text)).toEqual({ ok: true, value: { records: expected }, notes: [] });
    }),
  );
});

test('a text that breaks off within its last record says nothing', () => {
  fc.assert(
    fc.property(aTable(), fc.nat(), (table, cut) => {
      const lines = ['', root, '', ...table.flatMap(render), ''];
      const whole = parseHttpRegistry(lines.join('\r\n'));
      const last = lines.slice(0, 3 + (cut % (lines.length - 3)));
      const text = `${last.join('\r\n')}\r\n`;
      const read = parseHttpRegistry(text);
      if (!whole.ok || !read.ok) return;
      for (const record of read.value.records) {
        const { endpoint, thumbprint, appId, store } = record;
        expect(whole.value.records).toContainEqual(expect.objectContaining({ endpoint, thumbprint, appId, store }));
      }
    }),
  );
});

test('a million blank lines take no time', () => {
  const text = `${root}\r\n${'\n'.repeat(1_000_000)}x`;
  const began = performance.now();
  expect(parseHttpRegistry(text)).toMatchObject({ ok: true });
  expect(performance.now() - began).toBeLessThan(5000);
});

describe('single records', () => {
  const one = (...lines: string[]) => parseHttpRegistry([root, ...lines, '', ''].join('\r\n'));

  test('no key for SNI or the certificate store means no such record', () => {
    expect(one(`${root}\\SslBindingInfo`)).toEqual({ ok: true, value: { records: [] }, notes: [] });
  });

  test('the endpoint of an SNI record is a value, else the name of its key', () => {
    const named = one(`${root}\\SslSniBindingInfo\\a.example:443`, '    HostnamePort    REG_SZ    B.example:8443');
    expect(named).toMatchObject({ value: { records: [{ endpoint: { kind: 'sni', host: 'B.example', port: 8443 } }] } });
    const unnamed = one(`${root}\\SslSniBindingInfo\\a.example:443`);
    expect(unnamed).toMatchObject({ value: { records: [{ endpoint: { host: 'a.example', port: 443 } }] } });
  });

  test('a value of an unknown name, and a hash of an unknown form, are not passed over', () => {
    const odd = one(
      `${root}\\SslBindingInfo\\0.0.0.0:443`,
      '    SslCertHash    REG_BINARY    AB',
      '    DefaultSslNewThing    REG_DWORD    0x1',
    );
    expect(odd).toMatchObject({
      value: {
        records: [{ thumbprint: null, thumbprintReadable: false, unknownFlags: ['registry value DefaultSslNewThing'] }],
      },
    });
  });

  test('a key that names no endpoint is noted', () => {
    expect(one(`${root}\\SslBindingInfo\\ps07.example:443`)).toMatchObject({
      value: { records: [] },
      notes: [expect.any(String)],
    });
  });
});

test('a text without the key is no answer', () => {
  expect(parseHttpRegistry('ERROR: The system was unable to find the specified registry key or value.').ok).toBe(false);
});

test('no input makes it throw', () => {
  const pieces = fc.constantFrom(
    `${root}\\SslBindingInfo\\`,
    '0.0.0.0:443',
    '\r\n',
    '    ',
    'AppId',
    'REG_BINARY',
    'AB',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary-ascii' }),
        fc.array(pieces).map((all) => all.join('')),
      ),
      (text) => {
        expect(parseHttpRegistry(text)).toHaveProperty('ok');
      },
    ),
  );
});

test('10,000 records in under a second', () => {
  const { taken, allowed } = timeFor10000((count) => {
    const records = Array.from({ length: count }, (_, index) =>
      render({
        endpoint: { kind: 'sni', address: '', host: `host${index}.example`, port: 443 },
        thumbprint: 'AB'.repeat(20),
        thumbprintReadable: true,
        appId: '4dc3e181-e14b-4a21-b022-59fc669b0914',
        store: 'MY',
        flags: {},
        unknownFlags: [],
      }),
    );
    const text = [root, ...records.flat()].join('\r\n');
    return () => parseHttpRegistry(text);
  });
  expect(taken).toBeLessThan(allowed);
}, 30_000);

test('a megabyte of blanks', () => {
  const { taken, allowed } = timeFor10000(
    (count) => () => parseHttpRegistry(`${root}\r\n x${' '.repeat(count * 100)}x`),
  );
  expect(taken).toBeLessThan(allowed);
});
