import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Box } from './layout.ts';
import type { MapLink } from './links.ts';
import { nodeIds } from './nodes.ts';

const link = fc.record<MapLink>({
  from: fc.constantFrom(...nodeIds.slice(0, 3)),
  to: fc.constantFrom(...nodeIds.slice(3)),
  state: fc.constantFrom('sound', 'broken', 'unknown'),
  words: fc.option(fc.string({ minLength: 5, maxLength: 40 })),
});

const measure = (text: string) => text.length * 6.4;

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('layOut', () => {
  it('keeps every box and tag inside the drawing and apart from each other, at any width', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 6 }), fc.integer({ min: 320, max: 1400 }), (links, width) => {
        const placed = layOut(links, width, measure);
        const all = [...Object.values(placed.boxes), ...placed.tags];
        for (const box of all) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(placed.height);
        }
        all.forEach((box, index) => {
          for (const other of all.slice(index + 1)) expect(apart(box, other)).toBe(true);
        });
      }),
    );
  });

  it('stands as a row where there is room and as a ladder where there is not', () => {
    expect(layOut([], 700, measure).kind).toBe('row');
    expect(layOut([], 480, measure).kind).toBe('ladder');
  });

  it('makes room for disagreements only', () => {
    const broken: MapLink = { from: 'httpSys', to: 'binding', state: 'broken', words: 'IIS shows 41D0…C2E8' };
    expect(layOut([broken], 700, measure).height).toBeGreaterThan(
      layOut([{ ...broken, words: null }], 700, measure).height,
    );
  });
});
