import { byNode, lineHeight, tagOf, type Box, type Drawn, type NodeText, type Placed, type Tag } from './layout.ts';
import { wrap } from './measure.ts';
import type { NodeId } from './nodes.ts';

const gap = 10;
/** Where words begin in a box of the ladder, and where a tag does. */
export const ladderText = { title: 38, main: 140, top: 20 };
const tagIndent = 40;

/** The boxes one below the other; what two of them disagree about stands before the lower one. */
export function placeLadder({ nodes, worded, width, measure }: Drawn): Placed {
  const tags: Tag[] = [];
  const texts = {} as Record<NodeId, NodeText>;
  let y = 1;
  const boxes = byNode((_index, id): Box => {
    for (const link of worded.filter(({ to }) => to === id)) {
      const size = tagOf(link, width - tagIndent - 2, measure);
      tags.push({ ...size, x: tagIndent, y, bracket: null });
      y += size.height + gap;
    }
    const node = nodes.find((each) => each.id === id);
    const room = width - ladderText.main - 12;
    const main = wrap(node?.main ?? '', room, node?.exact ? 'exact' : 'strong', measure);
    const more = wrap((node?.more ?? []).join(' · '), room, 'more', measure);
    texts[id] = {
      title: wrap(node?.title ?? '', ladderText.main - ladderText.title - 6, 'title', measure),
      main,
      more,
    };
    const lines = Math.max(2, texts[id].title.length, main.length + more.length);
    const box = { x: 1, y, width: width - 2, height: 14 + lines * lineHeight };
    y += box.height + gap;
    return box;
  });
  return { kind: 'ladder', width, height: y - gap + 1, boxes, texts, tags };
}
