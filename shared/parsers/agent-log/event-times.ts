import { eventTime } from './event-time.ts';
import { clockAhead } from './own-clock.ts';

/**
 * The times of a file's events in UTC, one for each date. The order of the lines
 * is the truth: the log has no year, and its clock goes back every October, so
 * each event is at most as late as the one after it. An event without a time has
 * that of the next; after the last time, that of the file.
 *
 * @param dates as the log writes them, in the order of its lines
 * @param modified when the file was last written, ISO-8601 UTC
 */
export function timesInOrder(dates: readonly string[], modified: string): { at: string; told: boolean }[] {
  const last = dates.flatMap((date) => eventTime(date, modified) ?? []).at(-1);
  const ahead = clockAhead(last, modified);
  const utc = (time: string): string => new Date(Date.parse(time) - ahead).toISOString();
  const end = last !== undefined && utc(last) > modified ? utc(last) : modified;
  const times: { at: string; told: boolean }[] = [];
  let next: string | null = null;
  for (const date of dates.toReversed()) {
    const told = eventTime(date, next ?? modified);
    if (told !== null && (next === null || told < next)) next = told;
    times.push({ at: next === null ? end : utc(next), told: told !== null });
  }
  return times.toReversed();
}
