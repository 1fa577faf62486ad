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
const seconds = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat();

export const clockTime = (iso: string): string => time.format(new Date(iso));
export const dateTime = (iso: string): string => moment.format(new Date(iso));
/** A date as certificates are compared by: year first, the same everywhere. */
export const day = (iso: string): string => iso.slice(0, 10);
export const duration = (milliseconds: number): string =>
  milliseconds < 1
    ? '< 1 ms'
    : milliseconds < 1000
      ? `${whole.format(milliseconds)} ms`
      : `${seconds.format(milliseconds / 1000)} s`;
export const count = (value: number): string => whole.format(value);
