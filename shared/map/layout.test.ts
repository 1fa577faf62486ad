import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Box } from './layout.ts';
import type { MapLink } from './links.ts';
import { wrap } from './measure.ts';
import { nodeIds, type MapNode } from './nodes.ts';

const link = fc.record<MapLink>({
  from: fc.constantFrom(...nodeIds.slice(0, 3)),
  to: fc.constantFrom(...nodeIds.slice(3)),
  state: fc.constantFrom('sound', 'broken', 'unknown'),
  words: fc.option(fc.string({ minLength: 5, maxLength: 40 })),
});

const words = fc.string({ unit: 'grapheme', maxLength: 90 });
const nodesOf = (main: string, more: string[]): MapNode[] =>
  nodeIds.map((id) => ({ id, title: id, state: 'sound', main, exact: id === 'wire', more, findings: [] }));
const short = nodesOf('41D0…C2E8', ['in MY']);

const measure = (text: string) => text.length * 6.4;

const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('layOut', () => {
  it('keeps every box and tag inside the drawing and apart from each other, at any width', () => {
    fc.assert(
      fc.property(
        fc.array(link, { maxLength: 6 }),
        fc.integer({ min: 320, max: 1400 }),
        words,
        (links, width, main) => {
          const placed = layOut(nodesOf(main, [main, 'started']), links, width, measure);
          const all = [...Object.values(placed.boxes), ...placed.tags];
          for (const box of all) {
            expect(box.x).toBeGreaterThanOrEqual(0);
            expect(box.x + box.width).toBeLessThanOrEqual(width);
            expect(box.y + box.height).toBeLessThanOrEqual(placed.height);
          }
          all.forEach((box, index) => {
            for (const other of all.slice(index + 1)) expect(apart(box, other)).toBe(true);
          });
        },
      ),
    );
  });

  it('stands as a row where there is room and as a ladder where there is not', () => {
    expect(layOut(short, [], 700, measure).kind).toBe('row');
    expect(layOut(short, [], 480, measure).kind).toBe('ladder');
  });

  it('ties places of a ladder that are no neighbours together beside the boxes, away from the line between others', () => {
    const far: MapLink = { from: 'httpSys', to: 'certificate', state: 'broken', words: 'HTTP.SYS names 9F2C…1AA0' };
    const near: MapLink = { from: 'httpSys', to: 'binding', state: 'broken', words: 'IIS shows 41D0…C2E8' };
    const { boxes, tags } = layOut(short, [far, near], 480, measure);
    const [nearTag, farTag] = [near, far].map((one) => tags.find((tag) => tag.link === one)!);
    expect(nearTag?.bracket).toBeNull();
    const edge = boxes.httpSys.x + boxes.httpSys.width;
    const [, top, lane, bottom] = /^M[\d.]+ ([\d.]+)H([\d.]+)V([\d.]+)H/u.exec(farTag?.bracket ?? '')!.map(Number);
    expect(lane).toBeGreaterThan(edge);
    expect(lane).toBeLessThan(480);
    expect(top).toBe(boxes.httpSys.y + boxes.httpSys.height / 2);
    expect(bottom).toBe(boxes.certificate.y + boxes.certificate.height / 2);
    expect(farTag!.x + farTag!.width).toBe(edge);
    expect(layOut(short, [near], 480, measure).boxes.httpSys.width).toBe(478);
  });

  it('makes room for disagreements only', () => {
    const broken: MapLink = { from: 'httpSys', to: 'binding', state: 'broken', words: 'IIS shows 41D0…C2E8' };
    expect(layOut(short, [broken], 700, measure).height).toBeGreaterThan(
      layOut(short, [{ ...broken, words: null }], 700, measure).height,
    );
  });

  it('gives a box the height that its words need', () => {
    const long = nodesOf('a site name of many words that needs more than one line in a box', ['started']);
    const { boxes, texts } = layOut(long, [], 700, measure);
    expect(texts.binding.main.length).toBeGreaterThan(1);
    expect(boxes.binding.height).toBeGreaterThan(layOut(short, [], 700, measure).boxes.binding.height);
  });
});

describe('wrap', () => {
  it('keeps every line within its width, and loses no letter of what fits', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 400 }), (text, width) => {
        const lines = wrap(text, width, 'more', measure);
        for (const line of lines) expect(line.length <= 2 || measure(line) <= width).toBe(true);
        const whole = lines.join('').replace(/\s/gu, '');
        if (!whole.endsWith('…')) expect(whole).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });

  it('cuts only what has thousands of letters, and says that it is cut', () => {
    const lines = wrap('x'.repeat(2000), 100, 'more', measure);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/u);
  });
});
