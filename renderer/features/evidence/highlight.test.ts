import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { split, termsOf } from './highlight.ts';

const thumbprint = '9F2C4B0011223344556677889900AABBCCDD71AA';

describe('highlight', () => {
  it('finds thumbprints and endpoints in the words of a finding', () => {
    const words = `HTTP.SYS names ${thumbprint} for 0.0.0.0:443 and [::]:443; see 10.0.0.1.`;
    expect(termsOf(words)).toEqual([thumbprint, '0.0.0.0:443', '[::]:443']);
  });

  it('marks them in any case, as netsh prints hashes in lower case', () => {
    const pieces = split(`    Certificate Hash : ${thumbprint.toLowerCase()}\r\n`, [thumbprint]);
    expect(pieces.map(({ found }) => found)).toEqual([false, true, false]);
  });

  it('loses and changes nothing of the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 3 }), (text, terms) => {
        expect(
          split(text, terms)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
