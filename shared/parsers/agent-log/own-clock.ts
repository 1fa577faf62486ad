const quarterMs = 15 * 60_000;
/** From UTC-12 to UTC+14. */
const mostMs = 14 * 60 * 60_000;
/** Between the last event and the writing of the file. */
const toleranceMs = 60_000;

/**
 * How far the clock of a log is ahead of UTC, in milliseconds: its events do not
 * say it (KB158750), but its file is written with its last event, so the two
 * differ by the time zone. Zero where they do not: a file that was copied, say.
 *
 * @param last the time of the last event as it stands, ISO-8601
 * @param modified when the file was last written, ISO-8601 UTC
 */
export function clockAhead(last: string | undefined, modified: string): number {
  const ahead = Date.parse(last ?? '') - Date.parse(modified);
  const zone = Math.round(ahead / quarterMs) * quarterMs;
  return Math.abs(ahead - zone) <= toleranceMs && zone !== 0 && Math.abs(zone) <= mostMs ? zone : 0;
}
