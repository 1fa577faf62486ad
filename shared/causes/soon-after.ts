/** Services come up within some minutes of a start. */
const soonMs = 15 * 60_000;
/** The times come from different logs. */
const toleranceMs = 60_000;

/** Whether something happened in the quarter of an hour after a start; false when one of the times is not known. */
export function soonAfter(start: string | null | undefined, at: string): boolean {
  if (!start) return false;
  const delay = Date.parse(at) - Date.parse(start);
  return delay >= -toleranceMs && delay <= soonMs;
}
