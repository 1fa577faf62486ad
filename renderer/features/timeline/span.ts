import type { Moment, MomentKind } from '../../../shared/report/timeline.ts';

/** Which moments are wanted. `from` and `to` are ISO-8601, inclusive; null is open. */
export interface Wanted {
  kind: MomentKind | null;
  from: string | null;
  to: string | null;
  search: string;
}

export const everything: Wanted = { kind: null, from: null, to: null, search: '' };

/** The moments that are wanted, the newest first. */
export function wantedMoments(moments: readonly Moment[], { kind, from, to, search }: Wanted): Moment[] {
  const first = from === null ? -Infinity : Date.parse(from);
  const last = to === null ? Infinity : Date.parse(to);
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return moments
    .filter((moment) => {
      if (kind !== null && moment.kind !== kind) return false;
      const at = Date.parse(moment.at);
      if (at < first || at > last) return false;
      const text = `${moment.words} ${moment.source}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toReversed();
}

/** The moments under the day that they fall on; `dayOf` names the day in the reader's own time. */
export function withDays<M extends { at: string }>(
  moments: readonly M[],
  dayOf: (iso: string) => string,
): ({ day: string } | M)[] {
  let last: string | null = null;
  return moments.flatMap((moment) => {
    const day = dayOf(moment.at);
    if (day === last) return [moment];
    last = day;
    return [{ day }, moment];
  });
}

/** `2026-11-22T14:05` in local time, as a field for date and time writes it, as ISO-8601 UTC; null when it is not whole. */
export function fromField(value: string): string | null {
  const time = Date.parse(value);
  return !/T\d{2}:\d{2}/u.test(value) || Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The other way round, to the minute. */
export function toField(iso: string | null): string {
  if (iso === null) return '';
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
