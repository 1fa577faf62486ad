import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react';
import { Viewport } from '../../components/virtual-list.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { fleetWords } from '../../text/fleet.ts';
import { columns, rowHeight, tableWidth } from './columns.ts';
import { FleetHeads } from './fleet-heads.tsx';
import { FleetRow, rowId } from './fleet-row.tsx';
import { goToRow, toggleCause, useFleetStore } from './fleet-store.ts';
import { movedBy } from './keys.ts';
import { isGrouped, rowAt, type Pages } from './pages.ts';
import type { InSight } from './use-pages.ts';

/** What the rest of the window leaves, and never so low that nothing can be read in it. */
const tableHeight = 'max(270px, calc(100vh - 310px))';
const headHeight = 36;
const seenBy = 50;

/** Any number of servers, of which only those in sight are fetched and drawn. One stop of the Tab key; arrows move in it. */
export function FleetTable({ pages, see }: { pages: Pages; see: (rows: InSight) => void }) {
  const viewport = useRef<HTMLDivElement>(null);
  const { wish, active } = useFleetStore();
  // What a reader is told of the table, and what its keys do, holds for the rows that are there.
  const grouped = isGrouped(pages);
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, and so it stays right
  const virtual = useVirtualizer({
    count: pages.rows,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  // Told by fifties, so that a scroll by a row is drawn by the table alone.
  const [from, to] = [first - (first % seenBy), last - (last % seenBy) + seenBy];
  useEffect(() => see({ first: from, last: to }), [see, from, to]);
  // Where a person was when they left the list; another list begins at its beginning.
  const { search, show, sort, descending } = wish;
  useEffect(
    () => virtual.scrollToIndex(useFleetStore.getState().active),
    [virtual, search, show, sort, descending, grouped],
  );

  const known = useRef(pages);
  useEffect(() => {
    known.current = pages;
  }, [pages]);
  const open = useCallback((index: number) => {
    const row = rowAt(known.current, index);
    goToRow(index);
    viewport.current?.focus({ preventScroll: true });
    if (row?.kind === 'cause') toggleCause(row.cause);
    else if (row !== undefined) void request(() => ask('fleet.server', { id: row.id }));
  }, []);
  const openRepair = useCallback((index: number) => {
    const row = rowAt(known.current, index);
    const id = row?.kind === 'server' ? (row.repair?.id ?? null) : null;
    if (id === null) return;
    goToRow(index);
    viewport.current?.focus({ preventScroll: true });
    void request(() => ask('fleet.server', { id }));
  }, []);

  function onKey(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget) return;
    const row = rowAt(pages, active);
    const turns = row?.kind === 'cause' && event.key === (row.open ? 'ArrowLeft' : 'ArrowRight');
    const visible = Math.floor((event.currentTarget.clientHeight - headHeight) / rowHeight);
    const next = movedBy(event.key, active, pages.rows, visible);
    if (event.key === 'Enter' && event.shiftKey) openRepair(active);
    else if (event.key === 'Enter' || turns) open(active);
    else if (next === null) return;
    else {
      goToRow(next);
      virtual.scrollToIndex(next);
    }
    event.preventDefault();
  }

  const drawn = active >= first && active <= last && pages.rows > 0;
  return (
    <Viewport
      ref={viewport}
      tabIndex={0}
      role={grouped ? 'treegrid' : 'grid'}
      aria-label={fleetWords.table}
      aria-rowcount={pages.rows + 1}
      aria-colcount={columns.length}
      {...(drawn ? { 'aria-activedescendant': rowId(active) } : {})}
      onKeyDown={onKey}
      style={{ maxHeight: tableHeight }}
    >
      <FleetHeads />
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), minWidth: tableWidth, position: 'relative' }}>
        {items.map(({ key, index, start }) => (
          <FleetRow
            key={key}
            row={rowAt(pages, index)}
            index={index}
            start={start}
            active={index === active}
            grouped={grouped}
            open={open}
            openRepair={openRepair}
          />
        ))}
      </div>
    </Viewport>
  );
}
