/** Dates and numbers as the person's system writes them; times are local and say their offset. */
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const moment = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});
const date = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const dayAndTime = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const seconds = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat();

/** A time that cannot be read is shown as it came. */
const written = (format: Intl.DateTimeFormat, iso: string): string =>
  Number.isNaN(Date.parse(iso)) ? iso : format.format(new Date(iso));

export const clockTime = (iso: string): string => written(time, iso);
export const dateTime = (iso: string): string => written(moment, iso);
/** The time of day, and the day where it is not today's. */
export const timeSeenFrom = (iso: string, now = new Date()): string =>
  new Date(iso).toDateString() === now.toDateString() ? clockTime(iso) : written(dayAndTime, iso);
/** A day as a heading of what happened on it, in local time. */
export const dayHeading = (iso: string): string => written(date, iso);
export const count = (value: number): string => whole.format(value);

export function duration(milliseconds: number): string {
  if (milliseconds < 1) return '< 1 ms';
  if (milliseconds < 1000) return `${whole.format(milliseconds)} ms`;
  return `${seconds.format(milliseconds / 1000)} s`;
}
