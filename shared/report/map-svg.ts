import { chainWords } from '../map/chain-words.ts';
import type { Chain } from '../map/chain.ts';
import { layOut, lineHeight, type Box, type NodeText, type Placed, type Tag } from '../map/layout.ts';
import type { MapLink } from '../map/links.ts';
import type { MapFont, Measure } from '../map/measure.ts';
import { nodeIds, type MapNode } from '../map/nodes.ts';
import { rowText } from '../map/place-row.ts';
import { mapWords } from '../map/words.ts';
import { markup, type Markup } from './markup.ts';

/** Pixels: what an A4 page with its margins has room for, at the size of a screen. */
const width = 680;

/** Widths in parts of the type size, somewhat too wide for the fonts of Windows: a line is cut rather than drawn over. */
function emsOf(character: string): number {
  if (/[ijlI.,:;'|!()[\]]/u.test(character)) return 0.34;
  if (/[mwMW@%…]/u.test(character)) return 0.95;
  if (/[\p{Lu}\d]/u.test(character)) return 0.68;
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 0.56 : 1.02;
}
const monoEms = (character: string): number => ((character.codePointAt(0) ?? 0) < 0x1100 ? 0.61 : 1.22);
const sizes: Record<MapFont, number> = { title: 13, strong: 12, exact: 12, more: 11.5 };

const measure: Measure = (text, font) =>
  [...text].reduce((sum, each) => sum + (font === 'exact' ? monoEms(each) : emsOf(each)), 0) * sizes[font];

/** The chain of one endpoint as a picture for a page without scripts; `number` tells several on one page apart. */
export function mapSvg(chain: Chain, number: number): Markup {
  const placed = layOut(chain.nodes, chain.links, width, measure);
  const neighbours = chain.links.filter(({ from, to }) => nodeIds.indexOf(to) - nodeIds.indexOf(from) === 1);
  return markup`<svg class="map" viewBox="0 0 ${placed.width} ${placed.height}" role="img" aria-labelledby="map-${number}-title map-${number}-words">
<title id="map-${number}-title">${mapWords.title(chain.label)}</title>
<desc id="map-${number}-words">${chainWords(chain)}</desc>
${neighbours.map((link) => linkLine(link, placed))}
${placed.tags.map(bracket)}
${placed.tags.map(linkTag)}
${chain.nodes.map((node) => nodeBox(node, placed.boxes[node.id], placed.texts[node.id]))}
</svg>`;
}

/** The short way between two neighbours: whole, cut in the middle, or dotted. */
function linkLine({ from, to, state }: MapLink, { boxes }: Placed): Markup {
  const [left, right] = [boxes[from], boxes[to]];
  const y = left.y + left.height / 2;
  const [x1, x2] = [left.x + left.width + 2, right.x - 2];
  const middle = (x1 + x2) / 2;
  const path =
    state === 'broken'
      ? `M${x1} ${y}H${middle - 6}M${middle + 6} ${y}H${x2}M${middle - 4} ${y - 4}l8 8M${middle + 4} ${y - 4}l-8 8`
      : `M${x1} ${y}H${x2}${state === 'sound' ? `M${x2 - 5} ${y - 4}l4 4l-4 4` : ''}`;
  return markup`<path class="line ${state}" d="${path}"/>`;
}

/** Ties the two places of a disagreement together. */
const bracket = ({ bracket: path }: Tag): Markup | null =>
  path === null ? null : markup`<path class="bracket" d="${path}"/>`;

/** What two places disagree about. */
function linkTag({ lines, x, y, width: wide, height }: Tag): Markup {
  const middle = y + height / 2;
  return markup`<g><rect class="tag" x="${x}" y="${y}" width="${wide}" height="${height}" rx="5"/>${sign('broken', x + 7, middle - 8)}${textLines('strong broken', x + 29, y + 16, lines)}</g>`;
}

/** A place of the chain: sound has a whole edge, broken a heavy one, unknown a dashed one; each has its sign. */
function nodeBox(
  { state, exact }: MapNode,
  { x, y, width: wide, height }: Box,
  { title, main, more }: NodeText,
): Markup {
  const mainY = rowText.main + (Math.max(1, title.length) - 1) * lineHeight;
  const moreY = mainY + Math.max(1, main.length) * lineHeight + 3;
  return markup`<g transform="translate(${x} ${y})"><rect class="box ${state}" width="${wide}" height="${height}" rx="7"/>${sign(state, wide - 26, 9)}${[
    textLines('title', rowText.x, rowText.title, title),
    textLines(exact ? 'exact' : `strong ${state}`, rowText.x, mainY, main),
    textLines('more', rowText.x, moreY, more),
  ]}</g>`;
}

/** Lines of text from a place on downwards; SVG breaks none itself. */
const textLines = (look: string, x: number, y: number, lines: readonly string[]): Markup[] =>
  lines.map((line, index) => markup`<text class="${look}" x="${x}" y="${y + index * lineHeight}">${line}</text>`);

const signs: Record<MapNode['state'], string> = {
  sound: 'M4 8.5l3 3l5.5-6.5',
  broken: 'M4.5 4.5l7 7M11.5 4.5l-7 7',
  unknown: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.2v.3',
};

const sign = (state: MapNode['state'], x: number, y: number): Markup =>
  markup`<path class="sign ${state}" transform="translate(${x} ${y})" d="${signs[state]}"/>`;
