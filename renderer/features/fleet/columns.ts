import type { FleetSort } from '../../../shared/fleet/view.ts';

/** In the order in which they stand; each is sorted by a click on its head. */
export const columns: readonly FleetSort[] = ['server', 'state', 'cause', 'before', 'expiry', 'at'];

/** The least that the table is wide, in CSS pixels. */
export const tableWidth = 768;

/** The widths of the columns; where the window is narrower the table scrolls sideways. */
export const columnLook = {
  display: 'grid',
  gridTemplateColumns: 'minmax(150px, 1.5fr) 100px minmax(130px, 1.1fr) minmax(140px, 1.5fr) 104px 84px',
  gap: 8,
  alignItems: 'center',
  padding: '0 10px',
  minWidth: tableWidth,
} as const;

/** In CSS pixels: all rows are as high, so that ten thousand need no measuring. */
export const rowHeight = 44;
