import { styled } from '@mui/material/styles';
import { IconAt } from '../../components/icons.tsx';
import { mapWords } from '../../text/map.ts';
import type { Box } from './layout.ts';
import { fit, fonts } from './measure.ts';
import type { MapNode, Soundness } from './nodes.ts';

export const inks: Record<Soundness, string> = {
  sound: 'var(--sound)',
  broken: 'var(--broken)',
  unknown: 'var(--soft)',
};

const Group = styled('g')({
  cursor: 'pointer',
  outline: 'none',
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
  selected: boolean;
  select: () => void;
}

/** A place of the chain. Sound is a whole line, broken a heavy one, unknown a dashed one; each has its sign. */
export function MapNodeBox({ node, box, selected, select }: MapNodeBoxProps) {
  const { title, state, main, exact, more } = node;
  const ladder = box.width > 300;
  const ink = inks[state];
  const inner = box.width - 18;
  const words = `${title}: ${mapWords[state]}. ${[main, ...more].join(', ')}.`;
  const mainFont = exact ? 'exact' : 'strong';
  const mainInk = exact ? undefined : { fill: ink };
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
      {ladder ? (
        <>
          <text className="title" x={38} y={28}>
            {title}
          </text>
          <text className={mainFont} x={140} y={20} style={mainInk}>
            {fit(main, box.width - 150, mainFont)}
          </text>
          <text className="more" x={140} y={36}>
            {fit(more.join(' · '), box.width - 150, 'more')}
          </text>
        </>
      ) : (
        <>
          <text className="title" x={10} y={22}>
            {title}
          </text>
          <text className={mainFont} x={10} y={44} style={mainInk}>
            {fit(main, inner, mainFont)}
          </text>
          {more.slice(0, 2).map((line, index) => (
            <text className="more" key={line} x={10} y={63 + index * 16}>
              {fit(line, inner, 'more')}
            </text>
          ))}
        </>
      )}
    </Group>
  );
}
