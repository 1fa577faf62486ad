import { IconAt } from '../../components/icons.tsx';
import { lineHeight, type Placed, type Tag } from '../../../shared/map/layout.ts';
import type { MapLink } from '../../../shared/map/links.ts';
import { inks } from './map-node.tsx';
import { fonts } from './measure.ts';

/** The short way between two neighbours: whole, cut in the middle, or dotted. */
export function LinkLine({ link, placed }: { link: MapLink; placed: Placed }) {
  const from = placed.boxes[link.from];
  const to = placed.boxes[link.to];
  const across = placed.kind === 'row';
  const [x1, y1, x2, y2] = across
    ? [from.x + from.width + 2, from.y + from.height / 2, to.x - 2, to.y + to.height / 2]
    : [20, from.y + from.height + 1, 20, to.y - 1];
  const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  return (
    <g stroke={inks[link.state]} strokeWidth={link.state === 'broken' ? 2 : 1.5} fill="none">
      {link.state === 'broken' ? (
        <>
          <path
            d={
              across
                ? `M${x1} ${y1}H${middle.x - 6}M${middle.x + 6} ${y1}H${x2}`
                : `M${x1} ${y1}V${middle.y - 2}M${x1} ${middle.y + 2}V${y2}`
            }
          />
          {across ? (
            <path d={`M${middle.x - 4} ${y1 - 4}l8 8M${middle.x + 4} ${y1 - 4}l-8 8`} strokeWidth={1.8} />
          ) : null}
        </>
      ) : (
        <>
          <path
            d={across ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}V${y2}`}
            strokeDasharray={link.state === 'unknown' ? '2 4' : undefined}
          />
          {across && link.state === 'sound' ? <path d={`M${x2 - 5} ${y1 - 4}l4 4l-4 4`} /> : null}
        </>
      )}
    </g>
  );
}

/** Ties the two places of a disagreement together. */
export function Bracket({ tag: { bracket } }: { tag: Tag }) {
  if (bracket === null) return null;
  return (
    <path d={bracket} fill="none" stroke={inks.broken} strokeWidth={1.5} strokeDasharray="4 3" strokeLinejoin="round" />
  );
}

/** What two places disagree about; in a ladder it stands between neighbours, or on the bracket of the two. */
export function LinkTag({ tag }: { tag: Tag }) {
  const { lines, x, y, width, height } = tag;
  const middle = y + height / 2;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={5}
        fill="var(--brokenSoft)"
        stroke="var(--card)"
        strokeWidth={3}
        paintOrder="stroke"
      />
      <g style={{ color: inks.broken }}>
        <IconAt name="broken" x={x + 7} y={middle - 8} />
      </g>
      {lines.map((line, index) => (
        <text
          key={`${index}-${line}`}
          x={x + 29}
          y={y + 16 + index * lineHeight}
          style={{ fill: inks.broken, font: fonts.strong }}
        >
          {line}
        </text>
      ))}
    </g>
  );
}
