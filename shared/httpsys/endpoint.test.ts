import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../model/endpoint.ts';
import { endpointKey, endpointsOfBinding, formatEndpoint, parseEndpoint } from './endpoint.ts';
import { anEndpoint } from '../test-support/arbitraries.ts';

const ip = (address: string, port = 443): Endpoint => ({ kind: 'ip', address, host: '', port });

test('what is written is read back', () => {
  fc.assert(
    fc.property(anEndpoint, (endpoint) => {
      expect(parseEndpoint(formatEndpoint(endpoint))).toEqual(endpoint);
    }),
  );
});

test.each([
  ['*:443', ip('0.0.0.0')],
  [':443', ip('0.0.0.0')],
  ['[::]:443', ip('::')],
  ['[0:0:0:0:0:0:0:0]:443', ip('::')],
  ['*.example.com:8443', { kind: 'sni', address: '', host: '*.example.com', port: 8443 }],
  ['443', { kind: 'ccs', address: '', host: '', port: 443 }],
])('%s', (text, endpoint) => {
  expect(parseEndpoint(text)).toEqual(endpoint);
});

test.each(['', ':', '443:', '0.0.0.0:0', '0.0.0.0:65536', 'a b:443', '::1:443', 'ipport=0.0.0.0:443', '[host]:443'])(
  '%s is no endpoint',
  (text) => {
    expect(parseEndpoint(text)).toBeNull();
  },
);

test.each(['xxx.xxx.xxx.xxx:443', '10.x.x.5:443', '10.0.0.***:443', '*.*.*.*:443'])('%s hides an address', (text) => {
  expect(parseEndpoint(text)).toBeNull();
});

test('the key does not depend on the spelling', () => {
  expect(endpointKey({ kind: 'sni', address: '', host: 'PS07.Corp.Example', port: 443 })).toBe('ps07.corp.example:443');
  expect(endpointKey(ip('0:0::0'))).toBe(endpointKey(ip('::')));
});

describe('the endpoint of a binding', () => {
  const binding = { protocol: 'https', address: '*', port: 443, host: 'a.example', sslFlags: 0 } as const;
  test.each([
    ['no flag: by address, although it has a host', binding, ip('0.0.0.0')],
    ['SNI', { ...binding, sslFlags: 1 + 4 + 32 }, { kind: 'sni', address: '', host: 'a.example', port: 443 }],
    ['SNI without a host: by address', { ...binding, sslFlags: 1, host: '' }, ip('0.0.0.0')],
    ['certificate store', { ...binding, sslFlags: 2 }, { kind: 'ccs', address: '', host: '', port: 443 }],
    ['certificate store with SNI', { ...binding, sslFlags: 3 }, { kind: 'ccs', address: '', host: '', port: 443 }],
    ['an address', { ...binding, address: 'FE80::0001' }, ip('fe80::1')],
  ])('%s', (_, given, endpoint) => {
    expect(endpointsOfBinding(given)).toEqual([endpoint]);
  });

  test('http has none', () => {
    expect(endpointsOfBinding({ ...binding, protocol: 'http' })).toEqual([]);
  });
});
