import { describe, expect, it } from 'vitest';
import { parseThumbprint, shortThumbprint } from './thumbprint.ts';

const hash = 'A94A8FE5CCB19BA61C4C0873D391E987982FBBD3';

describe('parseThumbprint', () => {
  it.each([
    ['as it is', hash],
    ['lower case', hash.toLowerCase()],
    ['with the hidden mark of the certificate dialog', `\u200e${hash}`],
    ['with blanks', hash.replace(/../gu, '$& ')],
    ['with colons', hash.replace(/..(?!$)/gu, '$&:')],
  ])('reads one %s', (_how, text) => {
    expect(parseThumbprint(text)).toBe(hash);
  });

  it.each(['', 'MY', hash.slice(1), `${hash}0`, hash.replace('A', 'G')])('refuses %j', (text) => {
    expect(parseThumbprint(text)).toBeNull();
  });
});

it('shortens for reading', () => {
  expect(shortThumbprint(hash)).toBe('A94A…BBD3');
});
