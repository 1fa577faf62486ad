import { describe, expect, it } from 'vitest';
import { rowsAtOnce, type FleetPage, type FleetRow } from '../../../shared/fleet/view.ts';
import { isGrouped, missingParts, noPages, rowAt, withPage } from './pages.ts';

const page = (revision: number, from: number, rows = 1000): FleetPage => ({
  revision,
  rows,
  servers: rows,
  from,
  part: Array.from({ length: Math.min(rowsAtOnce, rows - from) }, (_, index) => rowOf(revision, from + index)),
});
const rowOf = (revision: number, index: number) => ({ kind: 'server', server: `${revision}/${index}` }) as FleetRow;

describe('the parts of a long table', () => {
  it('asks for what is in sight and half a part beyond it', () => {
    expect(missingParts(noPages, 'a', 1, 0, 0)).toEqual([0]);
    const begun = withPage(noPages, 'a', page(1, 0));
    expect(missingParts(begun, 'a', 1, 0, 20)).toEqual([]);
    expect(missingParts(begun, 'a', 1, 40, 60)).toEqual([100]);
    expect(missingParts(begun, 'a', 1, 500, 520)).toEqual([400, 500]);
    expect(missingParts(begun, 'a', 1, 970, 999)).toEqual([900]);
  });

  it('finds rows, and none where nothing was fetched', () => {
    const pages = withPage(withPage(noPages, 'a', page(1, 0)), 'a', page(1, 300));
    expect(rowAt(pages, 305)).toEqual(rowOf(1, 305));
    expect(rowAt(pages, 205)).toBeUndefined();
  });

  it('shows old rows until the new ones are there, and asks for those again', () => {
    const old = withPage(withPage(noPages, 'a', page(1, 0)), 'a', page(1, 100));
    expect(missingParts(old, 'a', 2, 90, 110)).toEqual([0, 100]);
    const half = withPage(old, 'a', page(2, 0, 150));
    expect(half.rows).toBe(150);
    expect(rowAt(half, 99)).toEqual(rowOf(2, 99));
    expect(rowAt(half, 100)).toEqual(rowOf(1, 100));
    expect(missingParts(half, 'a', 2, 90, 110)).toEqual([100]);
  });

  it('forgets what was wished for before', () => {
    const other = withPage(withPage(noPages, 'a', page(5, 0)), 'b', page(5, 0, 3));
    expect(other).toMatchObject({ wish: 'b', rows: 3 });
    expect(missingParts(withPage(noPages, 'a', page(5, 0)), 'b', 5, 0, 20)).toEqual([0]);
  });

  it('says that rows stand below causes when those are there, not when they are wished for', () => {
    const [list, byCause] = [null, []].map((opened) => JSON.stringify({ search: '', opened })) as [string, string];
    const begun = withPage(noPages, list, page(1, 0));
    expect([noPages, begun].map(isGrouped)).toEqual([false, false]);
    expect(missingParts(begun, byCause, 1, 0, 20)).toEqual([0]);
    const there = withPage(begun, byCause, page(1, 0, 2));
    expect(isGrouped(there)).toBe(true);
    expect(isGrouped(withPage(there, list, page(1, 0)))).toBe(false);
  });

  it('is not led astray by an answer that was overtaken', () => {
    const newer = withPage(noPages, 'a', page(7, 0, 400));
    const late = withPage(newer, 'a', page(6, 100, 900));
    expect(late).toMatchObject({ revision: 7, rows: 400 });
    expect(missingParts(late, 'a', 7, 90, 110)).toEqual([100]);
  });

  it('keeps no more than a person scrolled through lately', () => {
    let pages = noPages;
    for (let from = 0; from < 10_000; from += rowsAtOnce) pages = withPage(pages, 'a', page(1, from, 10_000));
    expect(pages.parts.size).toBeLessThanOrEqual(20);
    expect(rowAt(pages, 9999)).toEqual(rowOf(1, 9999));
  });
});
