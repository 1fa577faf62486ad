import { describe, expect, test } from 'vitest';
import { flagsFromRegistry } from './flags.ts';

describe('from the registry', () => {
  const empty = {
    defaultFlags: 0,
    checkMode: 0,
    freshnessTime: 0,
    urlTimeout: 0,
    ctlIdentifier: null,
    ctlStoreName: null,
  };

  test('nothing', () => {
    expect(flagsFromRegistry(empty)).toEqual({ flags: {}, unknownFlags: [] });
  });

  test('every bit by its parameter', () => {
    const { flags, unknownFlags } = flagsFromRegistry({ ...empty, defaultFlags: 0x5ffb, checkMode: 0x10003 });
    expect(unknownFlags).toEqual([]);
    expect(
      Object.entries(flags)
        .filter(([, value]) => value === false)
        .map(([name]) => name),
    ).toEqual(['verifyclientcertrevocation', 'usagecheck']);
    expect(Object.keys(flags)).toHaveLength(16);
  });

  test('bits that no parameter sets', () => {
    const odd = flagsFromRegistry({ ...empty, defaultFlags: 0x8000_a004, checkMode: 0x18 });
    expect(odd.unknownFlags).toEqual([
      'DefaultSslCertCheckMode 0x8',
      'DefaultSslCertCheckMode 0x10',
      'DefaultFlags 0x4',
      'DefaultFlags 0x2000',
      'DefaultFlags 0x8000',
      'DefaultFlags 0x80000000',
    ]);
  });

  test('a freshness time needs its bit, and the bit a time', () => {
    expect(flagsFromRegistry({ ...empty, checkMode: 4, freshnessTime: 600 })).toEqual({
      flags: { revocationfreshnesstime: 600 },
      unknownFlags: [],
    });
    expect(flagsFromRegistry({ ...empty, checkMode: 4 }).unknownFlags).toHaveLength(1);
    expect(flagsFromRegistry({ ...empty, freshnessTime: 600 }).unknownFlags).toHaveLength(1);
  });
});
