import { rowsAtOnce, type FleetPage, type FleetRow, type FleetWish } from '../../../shared/fleet/view.ts';

/** The parts of a long table that were fetched so far. */
export interface Pages {
  /** Of which wish they are, as JSON; of none before the first. */
  wish: string;
  /** Of the newest part. */
  revision: number;
  rows: number;
  servers: number;
  /** By the row that each begins with. */
  parts: ReadonlyMap<number, { revision: number; rows: readonly FleetRow[] }>;
}

export const noPages: Pages = { wish: '', revision: -1, rows: 0, servers: 0, parts: new Map() };

/** More are not kept: a person who scrolls on comes back seldom. */
const mostParts = 20;

/** Takes a part in. With the first of another wish all others go; of the same wish an older table's size does not count. */
export function withPage(pages: Pages, wish: string, { revision, rows, servers, from, part }: FleetPage): Pages {
  const kept = pages.wish === wish ? [...pages.parts].filter(([start]) => start !== from) : [];
  const parts = new Map([...kept.slice(1 - mostParts), [from, { revision, rows: part }]]);
  const isOlder = pages.wish === wish && revision < pages.revision;
  return isOlder ? { ...pages, parts } : { wish, revision, rows, servers, parts };
}

export const rowAt = ({ parts }: Pages, index: number): FleetRow | undefined =>
  parts.get(index - (index % rowsAtOnce))?.rows[index % rowsAtOnce];

/** Whether the rows that are there stand below causes. Those that are on their way may do otherwise. */
export const isGrouped = ({ wish }: Pages): boolean => wish !== '' && (JSON.parse(wish) as FleetWish).opened !== null;

/** So far beyond what is in sight rows are fetched before they are needed. */
const ahead = rowsAtOnce / 2;

/** Where the parts begin that are needed for these rows, and that are not there or not as the table is now. */
export function missingParts(pages: Pages, wish: string, revision: number, first: number, last: number): number[] {
  const same = pages.wish === wish;
  const end = same && pages.revision >= revision ? Math.min(last + ahead, pages.rows - 1) : last;
  const missing: number[] = [];
  const start = Math.max(0, first - ahead);
  for (let from = start - (start % rowsAtOnce); from <= Math.max(0, end); from += rowsAtOnce) {
    const part = same ? pages.parts.get(from) : undefined;
    if (part === undefined || part.revision < revision) missing.push(from);
  }
  return missing;
}
