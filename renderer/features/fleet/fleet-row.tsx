import { styled } from '@mui/material/styles';
import { memo, type ReactNode } from 'react';
import type { FleetRow as Row } from '../../../shared/fleet/view.ts';
import { Icon } from '../../components/icons.tsx';
import { causeWords, fleetWords } from '../../text/fleet.ts';
import { columnLook, columns, rowHeight } from './columns.ts';
import { ServerCells } from './server-cells.tsx';

const Line = styled('div')({
  ...columnLook,
  position: 'absolute',
  insetInline: 0,
  top: 0,
  height: rowHeight,
  borderBottom: '1px solid var(--line)',
  fontSize: '0.8125rem',
  lineHeight: 1.35,
  cursor: 'default',
  '&:hover': { background: 'var(--sunken)' },
  '& > div': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& small': {
    display: 'block',
    color: 'var(--soft)',
    fontSize: '0.75rem',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  '& small.doubt': { color: 'var(--warn)' },
  '& button': {
    display: 'block',
    maxWidth: '100%',
    padding: 0,
    minHeight: 24,
    border: 0,
    background: 'none',
    color: 'var(--accent)',
    cursor: 'pointer',
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'underline' },
  },
  '&[data-active]': { background: 'var(--accentSoft)', boxShadow: 'inset 3px 0 var(--accent)' },
  '@media (forced-colors: active)': { '&[data-active]': { outline: '2px solid Highlight', outlineOffset: -2 } },
});

interface FleetRowProps {
  row: Row | undefined;
  index: number;
  /** Where it stands, in CSS pixels. */
  start: number;
  active: boolean;
  /** Below causes a row has a level. */
  grouped: boolean;
  /** Opens a server, or the servers of a cause. */
  open: (index: number) => void;
  /** Opens what a server's repair left. */
  openRepair: (index: number) => void;
}

export const rowId = (index: number): string => `fleet-row-${index}`;

/** One line of the table: a server, a cause with its servers below it, or one that is on its way. */
export const FleetRow = memo(function FleetRow({
  row,
  index,
  start,
  active,
  grouped,
  open,
  openRepair,
}: FleetRowProps) {
  const tree =
    grouped && row !== undefined
      ? row.kind === 'cause'
        ? { 'aria-level': 1, 'aria-expanded': row.open }
        : { 'aria-level': 2 }
      : {};
  return (
    <Line
      role="row"
      id={rowId(index)}
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${start}px)` }}
      {...tree}
      {...(active ? { 'data-active': '' } : {})}
    >
      {row === undefined ? <Wide>{fleetWords.loading}</Wide> : null}
      {row?.kind === 'cause' ? <CauseCell row={row} open={() => open(index)} /> : null}
      {row?.kind === 'server' ? (
        <ServerCells row={row} open={() => open(index)} openRepair={() => openRepair(index)} />
      ) : null}
    </Line>
  );
});

const Wide = ({ children }: { children: ReactNode }) => (
  <div role="gridcell" aria-colspan={columns.length} style={{ gridColumn: '1 / -1' }}>
    {children}
  </div>
);

function CauseCell({ row, open }: { row: Extract<Row, { kind: 'cause' }>; open: () => void }) {
  const { title, aside } = causeWords(row);
  return (
    <Wide>
      <button type="button" tabIndex={-1} onClick={open} style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
        <span style={row.open ? { transform: 'rotate(90deg)' } : {}}>
          <Icon name="open" size={14} />
        </span>
        <strong>{title}</strong>
        <span style={{ color: 'var(--soft)' }}>{[row.cause, aside].filter(Boolean).join(' · ')}</span>
      </button>
    </Wide>
  );
}
