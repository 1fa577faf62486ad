import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf } from './matcher.ts';
import { fold, keyOf } from './spelling.ts';

const found = (values: string[], text: string): string[] => text.match(anyOf(values.map(keyOf)) ?? /^(?!)/u) ?? [];

describe('looking for many values at once', () => {
  it('finds the longest, in any case and writing', () => {
    expect(found(['corp', 'ps07.corp', 'ps07'], 'PS07.Corp, ps07 corp xcorp corpx')).toEqual([
      'PS07.Corp',
      'ps07',
      'corp',
    ]);
    expect(found(['müller & söhne'], 'MÜLLER &amp; SÖHNE müller+&+söhne')).toHaveLength(2);
    expect(found([String.raw`corp\hw`], String.raw`CORP\hw corp\\hw corp/hw`)).toHaveLength(3);
    expect(found(['10.1.2.3'], String.raw`10.1.2.3:80 110.1.2.3 1.10.1.2.3 10.1.2.33 \010.1.2.3`)).toHaveLength(2);
    expect(found(['cafe', 'cafe.corp'], 'cafe.corp cafe {4dc3e181-cafe-4a21-b022-59fc669b0914}')).toEqual([
      'cafe.corp',
      'cafe',
    ]);
    expect(anyOf([])).toBeNull();
  });

  it('finds each of any values, whatever they have in common', () => {
    const value = fc.stringMatching(/^[ab](?:[ab.*()|\\ -]{0,5}[ab])?$/u).map(keyOf);
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 1 }), (values) => {
        const pattern = anyOf(values)!;
        for (const each of values) expect(` ${each} `.match(pattern)?.[0]).toBe(each);
      }),
    );
  });

  it('takes no longer for thousands of values than for one', () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `user${(index * 7919) % 100_003}`);
    const text = 'the quick brown user7919 of user1 jumps over the lazy dog\n'.repeat(2000);
    const began = performance.now();
    expect(text.match(anyOf(values)!)).toHaveLength(2000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('folds every letter as a pattern without case does', () => {
    for (let code = 0x20; code < 0x1_0000; code += 1) {
      const letter = String.fromCharCode(code);
      if (/\p{L}/u.test(letter)) expect(new RegExp(fold(letter), 'iu').test(letter), letter).toBe(true);
    }
  });
});
