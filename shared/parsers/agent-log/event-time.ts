const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `Sep 26 15:37:19`, with or without a year, and with or without the distance from UTC. */
const named =
  /^\s*([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(?:(\d{4})\s+)?(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?\s*(?:(?:GMT|UTC)?([+-])(\d{1,2}):?(\d\d))?/iu;
const numbered = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?\s*(?:Z|([+-])(\d{1,2}):?(\d\d))?/iu;

const dayMs = 86_400_000;
/** February 29 comes every fourth year, and once in a while every eighth. */
const mostYearsBack = 8;

interface Parts {
  year: number | null;
  month: number;
  rest: [day: number, hour: number, minute: number, second: number];
  offsetMinutes: number;
}

function partsOf(text: string): Parts | null {
  const found = named.exec(text);
  const iso = found === null ? numbered.exec(text) : null;
  const match = found ?? iso;
  if (match === null) return null;
  const [day, hour, minute, second] = [match[found ? 2 : 3], match[4], match[5], match[6]].map(Number);
  const month = found ? months.indexOf(found[1]?.toLowerCase() ?? '') : Number(iso?.[2]) - 1;
  const year = found ? found[3] : iso?.[1];
  const [sign, hours = 0, minutes = 0] = match.slice(7);
  return {
    year: year === undefined ? null : Number(year),
    month,
    rest: [day ?? 0, hour ?? 0, minute ?? 0, second ?? 0],
    offsetMinutes: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1),
  };
}

/** Null when there is no such day in that year, or no such time. */
function timeIn(year: number, { month, rest: [day, hour, minute, second], offsetMinutes }: Parts): number | null {
  const time = Date.UTC(year, month, day, hour, minute, second);
  const date = new Date(time);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 60) return null;
  return time - offsetMinutes * 60_000;
}

/**
 * The time of an event of the agent's log (KB158750) as ISO-8601; null when it
 * is none. The log has no year: it is the latest in which the event is no more
 * than a day newer than its file. Where it does not say how far it is from UTC
 * either, its times are taken as they stand (see `clockAhead`).
 *
 * @param modified when the file was last written, ISO-8601 UTC
 */
export function eventTime(text: string, modified: string): string | null {
  const parts = partsOf(text.slice(0, 100));
  const latest = Date.parse(modified) + dayMs;
  if (parts === null || parts.month < 0) return null;
  const firstYear = parts.year ?? new Date(Number.isFinite(latest) ? latest : 0).getUTCFullYear();
  const tries = parts.year === null ? mostYearsBack + 1 : 1;
  for (let back = 0; back < tries; back += 1) {
    const time = timeIn(firstYear - back, parts);
    if (time !== null && (parts.year !== null || !(time > latest))) return new Date(time).toISOString();
  }
  return null;
}
