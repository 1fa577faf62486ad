import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidy } from './tidy.ts';

const listing = `
    IP:port                      : 0.0.0.0:443
    Certificate Hash             : 9f2c4b
      Extended                   ：1
`;

describe('tidy', () => {
  it('brings values to their labels', () => {
    expect(tidy(listing)).toBe('\n  IP:port : 0.0.0.0:443\n  Certificate Hash : 9f2c4b\n  Extended ：1\n');
  });

  it('takes out blanks and nothing else, and keeps every line', () => {
    const text = fc.string({ unit: fc.constantFrom(' ', '\t', ':', 'a', '\n', '：', '0') });
    fc.assert(
      fc.property(text, (each) => {
        const shown = tidy(each);
        expect(shown.replace(/[ \t]/gu, '')).toBe(each.replace(/[ \t]/gu, ''));
        expect(shown.split('\n')).toHaveLength(each.split('\n').length);
        expect(tidy(shown)).toBe(shown);
      }),
    );
  });
});
