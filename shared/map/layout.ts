import type { MapLink } from './links.ts';
import { wrap, type Measure } from './measure.ts';
import { nodeIds, type MapNode, type NodeId } from './nodes.ts';
import { placeLadder } from './place-ladder.ts';
import { placeRow } from './place-row.ts';

/** All numbers are CSS pixels: the drawing is laid out for the width that it gets, never scaled. */
export interface Placed {
  kind: 'row' | 'ladder';
  width: number;
  height: number;
  boxes: Record<NodeId, Box>;
  texts: Record<NodeId, NodeText>;
  /** One for each link that has words, in the links' order. */
  tags: Tag[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The words of a box in the lines that it has room for. */
export interface NodeText {
  title: string[];
  main: string[];
  more: string[];
}

/**
 * A disagreement: its words on their own ground, and the bracket that ties the two places together, as the data of an
 * SVG path; null between neighbours of a ladder, where the words stand on the line itself.
 */
export interface Tag extends Box {
  link: MapLink;
  lines: string[];
  bracket: string | null;
}

/** What a placement works with: the nodes, and the links that have words. */
export interface Drawn {
  nodes: readonly MapNode[];
  worded: readonly MapLink[];
  width: number;
  measure: Measure;
}

/** Below this the boxes of a row would be towers of words. */
const rowFrom = 640;

export function layOut(nodes: readonly MapNode[], links: readonly MapLink[], width: number, measure: Measure): Placed {
  const drawn = { nodes, worded: links.filter(({ words }) => words !== null), width, measure };
  return width >= rowFrom ? placeRow(drawn) : placeLadder(drawn);
}

/** Whether other places lie between the two. */
export const isFar = ({ from, to }: MapLink): boolean => span({ from, to }) > 1;

export const span = ({ from, to }: Pick<MapLink, 'from' | 'to'>): number => nodeIds.indexOf(to) - nodeIds.indexOf(from);

export const lineHeight = 16;

/** What a tag's sign and edges take beside its words. */
const tagEdges = 42;

/** The words of a disagreement in lines, and the size of the ground they stand on. */
export function tagOf(link: MapLink, room: number, measure: Measure): Pick<Tag, 'link' | 'lines' | 'width' | 'height'> {
  const lines = wrap(link.words ?? '', room - tagEdges, 'strong', measure);
  const wide = Math.max(0, ...lines.map((line) => Math.ceil(measure(line, 'strong'))));
  return { link, lines, width: Math.min(room, wide + tagEdges), height: 8 + Math.max(1, lines.length) * lineHeight };
}

export function byNode<T>(make: (index: number, id: NodeId) => T): Record<NodeId, T> {
  return Object.fromEntries(nodeIds.map((id, index) => [id, make(index, id)])) as Record<NodeId, T>;
}
