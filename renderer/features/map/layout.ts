import { nodeIds, type NodeId } from './nodes.ts';
import type { MapLink } from './links.ts';
import type { Measure } from './measure.ts';

/** All numbers are CSS pixels: the drawing is laid out for the width that it gets, never scaled. */
export interface Placed {
  kind: 'row' | 'ladder';
  width: number;
  height: number;
  boxes: Record<NodeId, Box>;
  /** One for each link that has words, in the links' order. */
  tags: Tag[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A disagreement: its words on their own ground, and in a row the bracket that ties the two places together. */
export interface Tag extends Box {
  link: MapLink;
  bracket: { from: number; to: number; top: number } | null;
}

/** Below this the five boxes in a row would cut their words. */
const rowFrom = 640;
const gap = 24;
const rowBox = 92;
const ladderBox = 46;
const ladderGap = 10;
const tagHeight = 24;
const laneHeight = tagHeight + 8;

export function layOut(links: readonly MapLink[], width: number, measure: Measure): Placed {
  const worded = links
    .filter(({ words }) => words !== null)
    .map((link) => ({ link, wide: Math.ceil(measure(link.words ?? '', 'strong')) + 42 }));
  return width >= rowFrom ? row(worded, width) : ladder(worded, width);
}

interface Worded {
  link: MapLink;
  wide: number;
}

const at = (id: NodeId) => nodeIds.indexOf(id);
const span = ({ from, to }: MapLink) => at(to) - at(from);

/** Neighbours' disagreements lie in the first lane, longer ones below them. */
function row(worded: readonly Worded[], width: number): Placed {
  const box = (width - 2 - gap * (nodeIds.length - 1)) / nodeIds.length;
  const boxes = byNode((index) => ({ x: 1 + index * (box + gap), y: 1, width: box, height: rowBox }));
  const lanes: Box[][] = [];
  const tags = [...worded]
    .sort((a, b) => span(a.link) - span(b.link))
    .map(({ link, wide }): Tag => {
      const near = span(link) === 1;
      const from = boxes[link.from].x + box * (near ? 0.8 : 0.22);
      const to = boxes[link.to].x + box * (near ? 0.2 : 0.5);
      const tagWidth = Math.min(wide, width - 2);
      const x = Math.min(width - 1 - tagWidth, Math.max(1, (from + to) / 2 - tagWidth / 2));
      const covers = { x: Math.min(from, x), y: 0, width: Math.max(to, x + tagWidth) - Math.min(from, x), height: 0 };
      const free = lanes.findIndex((taken) => taken.every((other) => apart(other, covers)));
      const lane = free < 0 ? lanes.length : free;
      (lanes[lane] ??= []).push(covers);
      const y = rowBox + 16 + lane * laneHeight;
      return { link, x, y, width: tagWidth, height: tagHeight, bracket: { from, to, top: rowBox + 2 } };
    });
  const height = rowBox + 2 + (lanes.length === 0 ? 0 : 14 + lanes.length * laneHeight);
  return { kind: 'row', width, height, boxes, tags };
}

const apart = (a: Box, b: Box) => a.x + a.width + 8 <= b.x || b.x + b.width + 8 <= a.x;

function ladder(worded: readonly Worded[], width: number): Placed {
  const tags: Tag[] = [];
  let y = 1;
  const boxes = byNode((_index, id) => {
    for (const { link, wide } of worded.filter((each) => each.link.to === id)) {
      tags.push({ link, x: 40, y, width: Math.min(wide, width - 42), height: tagHeight, bracket: null });
      y += tagHeight + ladderGap;
    }
    const box = { x: 1, y, width: width - 2, height: ladderBox };
    y += ladderBox + ladderGap;
    return box;
  });
  return { kind: 'ladder', width, height: y - ladderGap + 1, boxes, tags };
}

function byNode(place: (index: number, id: NodeId) => Box): Record<NodeId, Box> {
  return Object.fromEntries(nodeIds.map((id, index) => [id, place(index, id)])) as Record<NodeId, Box>;
}
