import { styled } from '@mui/material/styles';
import { IconAt } from '../../components/icons.tsx';
import { mapWords } from '../../../shared/map/words.ts';
import { lineHeight, type Box, type NodeText } from '../../../shared/map/layout.ts';
import { fonts } from './measure.ts';
import type { MapNode, Soundness } from '../../../shared/map/nodes.ts';
import { ladderText } from '../../../shared/map/place-ladder.ts';
import { rowText } from '../../../shared/map/place-row.ts';

export const inks: Record<Soundness, string> = {
  sound: 'var(--sound)',
  broken: 'var(--broken)',
  unknown: 'var(--soft)',
};

const Group = styled('g')({
  cursor: 'pointer',
  '&:focus-visible': { outline: 'none' },
  '& .box': { fill: 'var(--card)', strokeWidth: 1.5 },
  '&:hover .box': { fill: 'var(--sunken)' },
  '& .ring': { fill: 'none', stroke: 'transparent', strokeWidth: 2 },
  '&:focus-visible .ring': { stroke: 'var(--accent)' },
  '& text': { fill: 'var(--ink)' },
  '& .title': { font: fonts.title },
  '& .exact': { font: fonts.exact },
  '& .strong': { font: fonts.strong },
  '& .more': { fill: 'var(--soft)', font: fonts.more },
});

interface MapNodeBoxProps {
  node: MapNode;
  box: Box;
  text: NodeText;
  ladder: boolean;
  selected: boolean;
  select: () => void;
}

/** A place of the chain. Sound is a whole line, broken a heavy one, unknown a dashed one; each has its sign. */
export function MapNodeBox({ node, box, text, ladder, selected, select }: MapNodeBoxProps) {
  const { title, state, main, exact, more } = node;
  const ink = inks[state];
  const words = `${title}: ${mapWords[state]}. ${[main, ...more].join(', ')}.`;
  const mainFont = exact ? 'exact' : 'strong';
  const mainInk = exact ? undefined : ink;
  const places = ladder ? ladderPlaces(box, text) : rowPlaces(text);
  return (
    <Group
      role="button"
      tabIndex={0}
      aria-label={words}
      aria-pressed={selected}
      onClick={select}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        select();
      }}
      transform={`translate(${box.x} ${box.y})`}
    >
      <title>{words}</title>
      <rect className="ring" x={-3.5} y={-3.5} width={box.width + 7} height={box.height + 7} rx={10} />
      <rect
        className="box"
        width={box.width}
        height={box.height}
        rx={7}
        stroke={ink}
        strokeWidth={state === 'broken' ? 2 : 1.5}
        strokeDasharray={state === 'unknown' ? '5 4' : undefined}
        style={selected ? { fill: 'var(--accentSoft)' } : undefined}
      />
      <g style={{ color: ink }}>
        <IconAt name={state} x={ladder ? 11 : box.width - 26} y={ladder ? box.height / 2 - 8 : 9} />
      </g>
      <Lines className="title" lines={text.title} {...places.title} />
      <Lines className={mainFont} lines={text.main} {...places.main} ink={mainInk} />
      <Lines className="more" lines={text.more} {...places.more} />
    </Group>
  );
}

interface Place {
  x: number;
  y: number;
}
type Places = Record<'title' | 'main' | 'more', Place>;

function rowPlaces({ title, main }: NodeText): Places {
  const top = rowText.main + (Math.max(1, title.length) - 1) * lineHeight;
  return {
    title: { x: rowText.x, y: rowText.title },
    main: { x: rowText.x, y: top },
    more: { x: rowText.x, y: top + Math.max(1, main.length) * lineHeight + 3 },
  };
}

function ladderPlaces(box: Box, { title, main }: NodeText): Places {
  const middle = box.height / 2 + 5 - ((Math.max(1, title.length) - 1) * lineHeight) / 2;
  return {
    title: { x: ladderText.title, y: middle },
    main: { x: ladderText.main, y: ladderText.top },
    more: { x: ladderText.main, y: ladderText.top + Math.max(1, main.length) * lineHeight },
  };
}

/** Lines of text from a place on downwards; SVG breaks none itself. */
function Lines({
  lines,
  x,
  y,
  className,
  ink,
}: Place & { lines: string[]; className: string; ink?: string | undefined }) {
  return lines.map((line, index) => (
    <text
      key={`${index}-${line}`}
      className={className}
      x={x}
      y={y + index * lineHeight}
      {...(ink === undefined ? {} : { style: { fill: ink } })}
    >
      {line}
    </text>
  ));
}
