import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalAddress } from './address.ts';

test.each([
  ['[::]', '::'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['FE80:0:0:0:0:0:0:1%12', 'fe80::1%12'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ['10:0:0:0:100:0:0:0', '10::100:0:0:0'],
  ['1:0:0:2:0:0:3:4', '1::2:0:0:3:4'],
  ['::ffff:10.0.0.7', '::ffff:a00:7'],
  ['1::', '1::'],
])('%s is written %s', (text, canonical) => {
  expect(canonicalAddress(text)).toBe(canonical);
});

test.each([
  '',
  '010.0.0.7',
  '10.0.0.7.',
  '1.2.3.4.5',
  'localhost',
  '*',
  '10.0.0',
  '10.0.0.256',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
])('%s is no address', (text) => {
  expect(canonicalAddress(text)).toBeNull();
});

test('a canonical address is its own canonical form, and means the same groups', () => {
  const groups = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
    minLength: 8,
    maxLength: 8,
  });
  fc.assert(
    fc.property(groups, (numbers) => {
      const written = canonicalAddress(numbers.map((group) => group.toString(16).padStart(4, '0')).join(':'));
      expect(written).not.toBeNull();
      expect(canonicalAddress(written ?? '')).toBe(written);
      expect(new URL(`http://[${written}]/`).hostname).toBe(`[${written}]`);
    }),
  );
});
