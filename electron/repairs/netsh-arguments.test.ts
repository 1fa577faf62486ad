import { describe, expect, it } from 'vitest';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';
import { laterParameters, recordArguments, whyNotRebuildable } from './netsh-arguments.ts';

const hash = 'A94A8FE5CCB19BA61C4C0873D391E987982FBBD3';
const appId = '4dc3e181-e14b-4a21-b022-59fc669b0914';
const ip: HttpSysRecord = {
  endpoint: { kind: 'ip', address: '0.0.0.0', host: '', port: 443 },
  thumbprint: hash,
  thumbprintReadable: true,
  appId,
  store: 'MY',
  flags: {},
  unknownFlags: [],
};
const common = [`certhash=${hash.toLowerCase()}`, 'certstorename=MY', `appid={${appId}}`];

describe('recordArguments', () => {
  it.each<[string, Partial<HttpSysRecord>, string[]]>([
    ['a plain record', {}, ['ipport=0.0.0.0:443', ...common]],
    [
      'IPv6 in brackets',
      { endpoint: { kind: 'ip', address: '::', host: '', port: 443 } },
      ['ipport=[::]:443', ...common],
    ],
    ['no store where the record has none', { store: null }, ['ipport=0.0.0.0:443', common[0]!, common[2]!]],
    [
      'a host name',
      { endpoint: { kind: 'sni', address: '', host: 'ps.example', port: 8443 }, store: 'WebHosting' },
      ['hostnameport=ps.example:8443', common[0]!, 'certstorename=WebHosting', common[2]!],
    ],
    [
      'the certificate store without hash and store',
      { endpoint: { kind: 'ccs', address: '', host: '', port: 443 }, thumbprint: null, store: null },
      ['ccs=443', common[2]!],
    ],
    [
      'every kind of flag, in the order of the help',
      {
        flags: {
          disablehttp2: true,
          usagecheck: false,
          verifyclientcertrevocation: false,
          revocationfreshnesstime: 3600,
          sslctlstorename: 'AdfsTrustedDevices',
          clientcertnegotiation: true,
        },
      },
      [
        'ipport=0.0.0.0:443',
        ...common,
        'verifyclientcertrevocation=disable',
        'usagecheck=disable',
        'revocationfreshnesstime=3600',
        'sslctlstorename=AdfsTrustedDevices',
        'clientcertnegotiation=enable',
        'disablehttp2=enable',
      ],
    ],
    [
      'no zero and no empty text',
      { flags: { urlretrievaltimeout: 0, sslctlidentifier: '' } },
      ['ipport=0.0.0.0:443', ...common],
    ],
  ])('writes %s', (_what, change, expected) => {
    expect(recordArguments({ ...ip, ...change })).toEqual(expected);
  });
});

describe('whyNotRebuildable', () => {
  const all: readonly string[] = laterParameters;

  it('has nothing against a record whose flags the help lists', () => {
    expect(whyNotRebuildable({ ...ip, flags: { disablehttp2: true, dsmapperusage: true } }, all)).toEqual([]);
    expect(whyNotRebuildable({ ...ip, flags: { dsmapperusage: true } }, [])).toEqual([]);
  });

  it.each<[Partial<HttpSysRecord>, string]>([
    [{ unknownFlags: ['DefaultFlags 0x2000'] }, 'no parameter for DefaultFlags 0x2000'],
    [{ flags: { somethingnew: true } }, 'no parameter for somethingnew'],
    [{ appId: null }, 'application id'],
    [{ thumbprint: null, thumbprintReadable: false }, 'could not be read'],
    [{ thumbprint: null }, 'names no certificate'],
    [{ endpoint: { kind: 'sni', address: '', host: 'a', port: 1 }, store: null }, 'needs a store'],
  ])('refuses %j', (change, reason) => {
    expect(whyNotRebuildable({ ...ip, ...change }, all)).toEqual([expect.stringContaining(reason)]);
  });

  it('refuses a flag that the help of this server does not list', () => {
    expect(whyNotRebuildable({ ...ip, flags: { disablehttp2: true } }, [])).toEqual([
      expect.stringContaining('does not list the parameter disablehttp2'),
    ]);
  });
});
