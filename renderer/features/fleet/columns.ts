import type { FleetSort } from '../../../shared/fleet/view.ts';

/** In the order in which they stand; each is sorted by a click on its head. */
export const columns: readonly FleetSort[] = ['server', 'state', 'cause', 'repair', 'before', 'expiry', 'at'];

/** The least that the table is wide, in CSS pixels. */
export const tableWidth = 766;

/** The widths of the columns; where the window is narrower the table scrolls sideways. */
export const columnLook = {
  display: 'grid',
  gridTemplateColumns:
    'minmax(124px, 1.5fr) 88px minmax(118px, 1.2fr) minmax(112px, 1fr) minmax(90px, 0.9fr) minmax(98px, 0.5fr) minmax(84px, 0.5fr)',
  gap: 6,
  alignItems: 'center',
  padding: '0 8px',
  minWidth: tableWidth,
} as const;

/** In CSS pixels: all rows are as high, so that ten thousand need no measuring. */
export const rowHeight = 44;
