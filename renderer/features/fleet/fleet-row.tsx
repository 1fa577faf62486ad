import { styled } from '@mui/material/styles';
import { memo, type ReactNode } from 'react';
import type { FleetRow as Row, ServerRow } from '../../../shared/fleet/view.ts';
import { day } from '../../../shared/map/day.ts';
import { Icon } from '../../components/icons.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { clockTime, dateTime } from '../../text/format.ts';
import {
  beforeWords,
  causeWords,
  daysWords,
  fleetWords,
  repairWords,
  sourceWords,
  stateWords,
} from '../../text/fleet.ts';
import { columnLook, columns, rowHeight } from './columns.ts';

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

const statuses = { failing: 'fail', incomplete: 'notRun', healthy: 'pass' } as const;

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
}

export const rowId = (index: number): string => `fleet-row-${index}`;

/** One line of the table: a server, a cause with its servers below it, or one that is on its way. */
export const FleetRow = memo(function FleetRow({ row, index, start, active, grouped, open }: FleetRowProps) {
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
      {row?.kind === 'server' ? <ServerCells row={row} open={() => open(index)} /> : null}
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

function ServerCells({ row, open }: { row: ServerRow; open: () => void }) {
  const { server, source, state, causes, before, repair, expiry, at, clockNote } = row;
  const [first, ...others] = causes.map(({ id }) => id);
  const was = before === null ? null : beforeWords(before);
  const done = repair === null ? null : repairWords(repair);
  return (
    <>
      <div role="gridcell" title={clockNote ?? server}>
        <button type="button" tabIndex={-1} onClick={open}>
          {server}
        </button>
        <small style={{ marginTop: -4 }}>{clockNote ?? sourceWords[source]}</small>
      </div>
      <div role="gridcell">
        <StatusTag status={statuses[state]} words={stateWords[state]} />
      </div>
      <div role="gridcell" title={causes.map(({ id }) => id).join(', ')}>
        {first}
        <small>{[causes[0]?.likelihood ?? '', ...others.map(fleetWords.also)].join(', ')}</small>
      </div>
      <div role="gridcell" title={[done, was].filter(Boolean).join('\n')}>
        {done ?? was}
        {done === null || was === null ? null : <small>{was}</small>}
      </div>
      <div role="gridcell">
        {expiry === null ? <span style={{ color: 'var(--soft)' }}>{fleetWords.notKnown}</span> : day(expiry.notAfter)}
        {expiry === null ? null : <small>{daysWords(expiry.days)}</small>}
      </div>
      <div role="gridcell" title={dateTime(at)}>
        {day(at)}
        <small>{clockTime(at)}</small>
      </div>
    </>
  );
}
