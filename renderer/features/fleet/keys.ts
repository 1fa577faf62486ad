/** To which row a key moves, within the table; null when it moves to none. @param page rows in sight */
export function movedBy(key: string, active: number, rows: number, page: number): number | null {
  const far: Record<string, number> = {
    ArrowUp: active - 1,
    ArrowDown: active + 1,
    PageUp: active - page,
    PageDown: active + page,
    Home: 0,
    End: rows - 1,
  };
  const wanted = far[key];
  return wanted === undefined ? null : Math.max(0, Math.min(rows - 1, wanted));
}
