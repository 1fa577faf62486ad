import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import { columnWords } from '../../text/fleet.ts';
import { columnLook, columns } from './columns.ts';
import { changeWish, useFleetStore } from './fleet-store.ts';

const Heads = styled('div')({
  ...columnLook,
  position: 'sticky',
  top: 0,
  zIndex: 1,
  height: 34,
  background: 'var(--card)',
  borderBottom: '1px solid var(--edge)',
});

const Head = styled(ButtonBase)({
  justifyContent: 'flex-start',
  gap: 4,
  margin: '0 -6px',
  padding: '0 6px',
  minHeight: 28,
  borderRadius: 4,
  fontSize: '0.75rem',
  color: 'var(--soft)',
  whiteSpace: 'nowrap',
  '&:hover': { background: 'var(--sunken)' },
  '[aria-sort] > &': { color: 'var(--ink)', fontWeight: 600 },
});

/** The heads of the columns; a click sorts, a second one the other way round. */
export function FleetHeads() {
  const { sort, descending } = useFleetStore(({ wish }) => wish);
  return (
    <div role="rowgroup" style={{ display: 'contents' }}>
      <Heads role="row" aria-rowindex={1}>
        {columns.map((column) => {
          const sorted = column === sort;
          return (
            <div
              key={column}
              role="columnheader"
              {...(sorted ? { 'aria-sort': descending ? ('descending' as const) : ('ascending' as const) } : {})}
            >
              <Head onClick={() => changeWish({ sort: column, descending: sorted && !descending })}>
                {columnWords[column]}
                {sorted ? <span aria-hidden="true">{descending ? '↓' : '↑'}</span> : null}
              </Head>
            </div>
          );
        })}
      </Heads>
    </div>
  );
}
