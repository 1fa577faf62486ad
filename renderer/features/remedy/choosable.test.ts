import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../shared/model/facts/tls.ts';
import { choosable } from './choosable.ts';

const now = '2026-11-22T14:00:00Z';
const certificate = (change: Partial<Certificate>): Certificate => ({
  store: 'MY',
  thumbprint: '41D0000000000000000000000000000000C2E800',
  subject: 'CN=ps07.corp.example',
  issuer: 'CN=Corp CA',
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-08-14T00:00:00Z',
  dns: ['ps07.corp.example'],
  ips: [],
  eku: [],
  keyAlgorithm: 'RSA',
  keyBits: 2048,
  signatureHash: 'SHA-256',
  privateKey: 'usable',
  chain: 'trusted',
  chainDetail: '',
  ...change,
});

describe('choosable', () => {
  it.each([
    ['one that could serve', {}, 1],
    ['a key that nobody tested', { privateKey: 'unknown' }, 1],
    ['no private key', { privateKey: 'missing' }, 0],
    ['a key that does not work', { privateKey: 'unusable' }, 0],
    ['one that has ended', { notAfter: '2026-11-22T13:59:59Z' }, 0],
    ['one that has not begun', { notBefore: '2026-11-22T14:00:01Z' }, 0],
    ['client use only', { eku: ['1.3.6.1.5.5.7.3.2'] }, 0],
    ['another store', { store: 'WebHosting' }, 0],
  ] as [string, Partial<Certificate>, number][])('%s', (_what, change, expected) => {
    expect(choosable([certificate(change)], now)).toHaveLength(expected);
  });

  it('puts the longest valid first and recommends none', () => {
    const offered = choosable(
      [certificate({ notAfter: '2027-01-01T00:00:00Z' }), certificate({ notAfter: '2028-01-01T00:00:00Z' })],
      now,
    );
    expect(offered.map(({ notAfter }) => notAfter.slice(0, 4))).toEqual(['2028', '2027']);
    expect(offered.some(({ recommended }) => recommended)).toBe(false);
  });
});
