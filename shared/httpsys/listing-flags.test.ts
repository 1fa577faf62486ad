import { describe, expect, test } from 'vitest';
import { flagsFromListing } from './listing-flags.ts';

const plain = ['Enabled', 'Disabled', 'Enabled', '0', '0', '(null)', '(null)', 'Disabled', 'Disabled'];
const off = (count: number): string[] => ['Disabled', ...Array<string>(count - 1).fill('Not Set')];

describe('from a listing', () => {
  test.each([0, 1, 2, 5, 6, 7, 10, 11, 12])('defaults say nothing, with %i newer fields', (count) => {
    const printed = count === 0 ? plain : [...plain, ...off(count)];
    expect(flagsFromListing(printed)).toEqual({ flags: {}, unknownFlags: [] });
  });

  test('what differs from the default', () => {
    const printed = [
      'Disabled',
      'Enabled',
      'Disabled',
      '600',
      '20',
      'id',
      'CA',
      'Enabled',
      'Enabled',
      'Enabled',
      'Set',
    ];
    expect(flagsFromListing(printed)).toEqual({
      flags: {
        verifyclientcertrevocation: false,
        verifyrevocationwithcachedclientcertonly: true,
        usagecheck: false,
        revocationfreshnesstime: 600,
        urlretrievaltimeout: 20,
        sslctlidentifier: 'id',
        sslctlstorename: 'CA',
        dsmapperusage: true,
        clientcertnegotiation: true,
        reject: true,
        disablehttp2: true,
      },
      unknownFlags: [],
    });
  });

  test.each([
    [7, 'disablelegacytls'],
    [10, 'enablesessionticket'],
  ])('the last of %i newer fields is %s', (count, name) => {
    expect(flagsFromListing([...plain, ...off(count - 1), 'Set']).flags).toEqual({ [name]: true });
  });

  test('the session id stands before the client hello cache, which has no parameter', () => {
    expect(flagsFromListing([...plain, ...off(10), 'Set', 'Not Set']).flags).toEqual({ disablesessionid: true });
    expect(flagsFromListing([...plain, ...off(11), 'Set']).unknownFlags).toHaveLength(1);
    expect(flagsFromListing([...plain, ...off(10), 'Set'])).toMatchObject({
      flags: {},
      unknownFlags: [expect.any(String)],
    });
  });

  test('what cannot be read is unknown, not off', () => {
    expect(flagsFromListing(['peut-être', ...plain.slice(1)]).unknownFlags).toEqual([
      'field 5 of the listing: peut-être',
    ]);
    expect(flagsFromListing([...plain, ...off(8), 'Set']).unknownFlags).toHaveLength(1);
  });
});
