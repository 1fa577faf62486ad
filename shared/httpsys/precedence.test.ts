import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HttpSysRecord } from '../model/facts/httpsys.ts';
import { aTable } from '../test-support/arbitraries.ts';
import { timeFor10000 } from '../test-support/time-for-10000.ts';
import { parseEndpoint } from './endpoint.ts';
import { selectRecord } from './precedence.ts';

function record(text: string): HttpSysRecord {
  const endpoint = parseEndpoint(text);
  if (endpoint === null) throw new Error(text);
  return {
    endpoint,
    thumbprint: null,
    thumbprintReadable: true,
    appId: null,
    store: null,
    flags: {},
    unknownFlags: [],
  };
}

const all = ['10.0.0.7:443', 'ps07.example:443', '443', '[::]:443', '0.0.0.0:443'].map(record);
const [exact, sni, ccs, anyIpv6, any] = all as [HttpSysRecord, ...HttpSysRecord[]];
const asked = { address: '10.0.0.7', port: 443, serverName: 'PS07.example.' };

describe('the order of HTTP.SYS', () => {
  test.each([
    ['the exact address beats every name', all, asked, exact, [sni, ccs, any]],
    ['then the name that was sent', all, { ...asked, address: '127.0.0.1' }, sni, [ccs, any]],
    ['then the certificate store', all, { ...asked, address: '127.0.0.1', serverName: 'other' }, ccs, [any]],
    ['then [::] for IPv6', all.slice(3), { ...asked, address: '::1' }, anyIpv6, [any]],
    ['and 0.0.0.0 for IPv6 too', all.slice(4), { ...asked, address: '::1' }, any, []],
    ['[::] does not serve IPv4', all.slice(3), { ...asked, serverName: null }, any, []],
  ])('%s', (_, records, connection, winner, beaten) => {
    expect(selectRecord(records, connection)).toMatchObject({ outcome: 'record', record: winner, beaten });
  });

  test('nothing on another port', () => {
    expect(selectRecord(all, { ...asked, port: 8443 })).toEqual({ outcome: 'none' });
  });

  test.each(['*.example:443', '*.b.example:443'])('a wildcard that fits is not predictable: %s', (text) => {
    const name = text.startsWith('*.b') ? 'a.x.b.example' : 'ps07.example';
    const records = [...all, record(text)];
    expect(selectRecord(records, { ...asked, serverName: name }).outcome).toBe('unpredictable');
    expect(selectRecord(records, { ...asked, serverName: 'ps07.other' }).outcome).toBe('record');
    expect(selectRecord(records, { ...asked, serverName: null }).outcome).toBe('record');
  });
});

test('a record on another port never changes the answer', () => {
  fc.assert(
    fc.property(aTable(), fc.ipV4(), fc.option(fc.domain()), (table, address, serverName) => {
      const connection = { address, port: 443, serverName };
      const on443 = table.filter(({ endpoint }) => endpoint.port === 443);
      expect(selectRecord(table, connection)).toEqual(selectRecord(on443, connection));
    }),
  );
});

test('10,000 records and 10,000 connections in under a second', () => {
  const { taken, allowed } = timeFor10000((count) => {
    const records = Array.from({ length: count }, (_, index) => record(`host${index}.example:443`));
    return () => {
      for (let index = 0; index < count; index += 1) {
        const found = selectRecord(records, { address: '10.0.0.7', port: 443, serverName: `HOST${index}.example` });
        if (found.outcome !== 'record') throw new Error(`host${index} has no record`);
      }
    };
  });
  expect(taken).toBeLessThan(allowed);
}, 30_000);
