import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLineFeeds } from './count-lines.ts';

const nearLineFeed = fc.constantFrom(0x0a, 0x0b, 0x09, 0x8a, 0x00, 0xff, 0x01);

test('counts the line feeds of any part, wherever it lies in memory', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 5000 }),
      fc.nat(9),
      fc.nat(5000),
      fc.nat(5000),
      (bytes, offset, from, to) => {
        const moved = new Uint8Array(new ArrayBuffer(bytes.length + offset), offset);
        moved.set(bytes);
        const [start, end] = [Math.min(from, bytes.length), Math.min(to, bytes.length)].toSorted((a, b) => a - b);
        expect(countLineFeeds(moved, start!, end!)).toBe(
          bytes.slice(start, end).filter((byte) => byte === 0x0a).length,
        );
      },
    ),
  );
  fc.assert(
    fc.property(fc.array(nearLineFeed, { minLength: 2000, maxLength: 3000 }), (bytes) => {
      expect(countLineFeeds(Uint8Array.from(bytes), 0, bytes.length)).toBe(
        bytes.filter((byte) => byte === 0x0a).length,
      );
    }),
    { numRuns: 20 },
  );
});
