import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNeedleSearch } from './needle-search.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

function found(needles: readonly string[], text: string, from = 0, before = text.length): [number, number][] {
  const hits: [number, number][] = [];
  createNeedleSearch(needles).search(bytesOf(text), from, before, (needle, at) => hits.push([needle, at]));
  return hits;
}

/** The same by looking everywhere. */
const everywhere = (needles: readonly string[], text: string, from: number, before: number): [number, number][] =>
  [...text].flatMap((_, at) =>
    at < from || at >= before
      ? []
      : needles.flatMap((needle, index): [number, number][] =>
          text.slice(at, at + needle.length).toLowerCase() === needle.toLowerCase() ? [[index, at]] : [],
        ),
  );

test('finds needles of different lengths, in any case, at both ends', () => {
  expect(found(['needle', 'hay', 'NEEDLES'], 'Hay NeEdLeS hay')).toEqual([
    [1, 0],
    [0, 4],
    [2, 4],
    [1, 12],
  ]);
});

test('what differs from a letter in the bit of its case alone is not that letter', () => {
  expect(found(['[a]'], '{a}[a]{A]')).toEqual([[0, 3]]);
  expect(found(['a@b'], 'a`b')).toEqual([]);
});

test('finds exactly what is there', () => {
  const few = fc.constantFrom('a', 'b', 'A', '{', '[', '\u00ff', ' ');
  const words = fc.string({ unit: few, minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(words, { minLength: 1, maxLength: 5 }),
      fc.string({ unit: few, maxLength: 200 }),
      fc.nat(200),
      fc.nat(200),
      (needles, text, from, before) => {
        const ascii = needles.map((needle) => needle.replaceAll('\u00ff', '.'));
        expect(found(ascii, text, from, before).toSorted()).toEqual(
          everywhere(ascii, text, from, Math.min(before, text.length)).toSorted(),
        );
      },
    ),
  );
});
