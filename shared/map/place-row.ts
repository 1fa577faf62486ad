import {
  byNode,
  lineHeight,
  span,
  tagOf,
  type Box,
  type Drawn,
  type NodeText,
  type Placed,
  type Tag,
} from './layout.ts';
import { wrap, type Measure } from './measure.ts';
import { nodeIds, type MapNode } from './nodes.ts';

const gap = 24;
const lowest = 92;
/** Where the first line of each part of a box stands, and what is left below the last. */
export const rowText = { x: 10, title: 22, main: 44, below: 14 };

/** The boxes side by side, all as high as the one with most to say; disagreements below them. */
export function placeRow({ nodes, worded, width, measure }: Drawn): Placed {
  const boxWidth = (width - 2 - gap * (nodeIds.length - 1)) / nodeIds.length;
  const texts = byNode((_index, id) =>
    textOf(
      nodes.find((node) => node.id === id),
      boxWidth - 18,
      measure,
    ),
  );
  const boxHeight = Math.max(lowest, ...Object.values(texts).map(heightOf));
  const boxes = byNode((index) => ({ x: 1 + index * (boxWidth + gap), y: 1, width: boxWidth, height: boxHeight }));
  const lanes: Lane[] = [];
  const placed = [...worded]
    .sort((a, b) => span(a) - span(b))
    .map((link) => {
      const near = span(link) === 1;
      const from = boxes[link.from].x + boxWidth * (near ? 0.8 : 0.22);
      const to = boxes[link.to].x + boxWidth * (near ? 0.2 : 0.5);
      const size = tagOf(link, width - 2, measure);
      const x = Math.min(width - 1 - size.width, Math.max(1, (from + to) / 2 - size.width / 2));
      const left = Math.min(from, x);
      const covers = { x: left, y: 0, width: Math.max(to, x + size.width) - left, height: 0 };
      const lane = laneFor(lanes, covers, size.height);
      return { ...size, x, lane, from, to };
    });
  const tops = topsOf(lanes, boxHeight + 16);
  const below = boxHeight + 2;
  const tags = placed.map(({ lane, from, to, ...tag }): Tag => {
    const y = tops[lanes.indexOf(lane)] ?? 0;
    return { ...tag, y, bracket: `M${from} ${below}V${y + tag.height / 2}H${to}V${below}` };
  });
  const lanesHeight = lanes.reduce((sum, { height }) => sum + height + 8, 0);
  const height = boxHeight + 2 + (lanes.length === 0 ? 0 : 14 + lanesHeight);
  return { kind: 'row', width, height, boxes, texts, tags };
}

/** Neighbours' disagreements lie in the first lane, longer ones below them. */
interface Lane {
  taken: Box[];
  height: number;
}

function laneFor(lanes: Lane[], covers: Box, height: number): Lane {
  let lane = lanes.find(({ taken }) => taken.every((other) => apart(other, covers)));
  if (lane === undefined) lanes.push((lane = { taken: [], height: 0 }));
  lane.taken.push(covers);
  lane.height = Math.max(lane.height, height);
  return lane;
}

function topsOf(lanes: readonly Lane[], first: number): number[] {
  let next = first;
  return lanes.map(({ height }) => {
    const top = next;
    next += height + 8;
    return top;
  });
}

function textOf(node: MapNode | undefined, inner: number, measure: Measure): NodeText {
  if (node === undefined) return { title: [], main: [], more: [] };
  return {
    // The sign stands beside the title.
    title: wrap(node.title, inner - 22, 'title', measure),
    main: wrap(node.main, inner, node.exact ? 'exact' : 'strong', measure),
    more: node.more.slice(0, 3).flatMap((line) => wrap(line, inner, 'more', measure)),
  };
}

function heightOf({ title, main, more }: NodeText): number {
  const titles = Math.max(1, title.length) - 1;
  return rowText.main + (titles + Math.max(1, main.length) - 1 + more.length) * lineHeight + 3 + rowText.below;
}

const apart = (a: Box, b: Box) => a.x + a.width + 8 <= b.x || b.x + b.width + 8 <= a.x;
