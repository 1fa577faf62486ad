import {
  byNode,
  isFar,
  lineHeight,
  tagOf,
  type Box,
  type Drawn,
  type NodeText,
  type Placed,
  type Tag,
} from './layout.ts';
import { wrap } from './measure.ts';
import type { NodeId } from './nodes.ts';

const gap = 10;
/** Where words begin in a box of the ladder, and where a tag does. */
export const ladderText = { title: 38, main: 140, top: 20 };
const tagIndent = 40;
/** At the right of the boxes, for the brackets of places that are no neighbours. */
const margin = 18;

/**
 * The boxes one below the other. What neighbours disagree about stands on the
 * line between them; what others do, hangs on a bracket beside the boxes, away
 * from the line of the places between.
 */
export function placeLadder({ nodes, worded, width, measure }: Drawn): Placed {
  const right = width - 1 - (worded.some(isFar) ? margin : 0);
  const lane = width - 6;
  const placed: Omit<Tag, 'bracket'>[] = [];
  const texts = {} as Record<NodeId, NodeText>;
  let y = 1;
  const boxes = byNode((_index, id): Box => {
    for (const link of worded.filter(({ to }) => to === id)) {
      const size = tagOf(link, right - tagIndent - 1, measure);
      placed.push({ ...size, x: isFar(link) ? right - size.width : tagIndent, y });
      y += size.height + gap;
    }
    const node = nodes.find((each) => each.id === id);
    const room = right - ladderText.main - 11;
    const main = wrap(node?.main ?? '', room, node?.exact ? 'exact' : 'strong', measure);
    const more = wrap((node?.more ?? []).join(' · '), room, 'more', measure);
    texts[id] = {
      title: wrap(node?.title ?? '', ladderText.main - ladderText.title - 6, 'title', measure),
      main,
      more,
    };
    const lines = Math.max(2, texts[id].title.length, main.length + more.length);
    const box = { x: 1, y, width: right - 1, height: 14 + lines * lineHeight };
    y += box.height + gap;
    return box;
  });
  const middle = (box: Box): number => box.y + box.height / 2;
  const tags = placed.map((tag): Tag => {
    const { from, to } = tag.link;
    if (!isFar(tag.link)) return { ...tag, bracket: null };
    return {
      ...tag,
      bracket: `M${right + 1} ${middle(boxes[from])}H${lane}V${middle(boxes[to])}H${right + 1}M${right} ${middle({ ...tag })}H${lane}`,
    };
  });
  return { kind: 'ladder', width, height: y - gap + 1, boxes, texts, tags };
}
