import { useVirtualizer } from '@tanstack/react-virtual';
import { styled } from '@mui/material/styles';
import { useRef, type ReactNode } from 'react';

/** A box that scrolls a long list. */
export const Viewport = styled('div')({
  overflow: 'auto',
  position: 'relative',
  border: '1px solid var(--line)',
  borderRadius: 6,
  '&:focus-visible': { outlineOffset: -2 },
});

const Place = styled('li')({ position: 'absolute', insetInline: 0, top: 0 });

interface VirtualListProps<T> {
  items: readonly T[];
  /** What tells an item from the others, however the list is filtered. */
  keyOf: (item: T) => string;
  /** Of a usual row, in CSS pixels; rows are as high as their words. */
  rowHeight: number;
  /** The most that the list takes of the screen, in CSS pixels. */
  height: number;
  label: string;
  /** Draws one item. */
  children: (item: T) => ReactNode;
}

/** A list of any length of which only what is in sight is drawn. It scrolls by keyboard, and says how long it is. */
export function VirtualList<T>({ items, keyOf, rowHeight, height, label, children }: VirtualListProps<T>) {
  const viewport = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the compiler leaves this component alone, and so it stays right
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 8,
  });
  return (
    <Viewport
      ref={viewport}
      tabIndex={0}
      role="region"
      aria-label={label}
      style={{ maxHeight: height, height: Math.min(height, virtual.getTotalSize() + 2) }}
    >
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <Place
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(items[index]!)}
          </Place>
        ))}
      </ul>
    </Viewport>
  );
}
