import { markup, type Markup } from '../../report/markup.ts';
import type { Counted } from '../tally.ts';
import { words } from './bars.ts';

const [width, height, base] = [680, 190, 150];
/** Two years from the reader's month on; what lies before and after stands in a column of its own. */
const shown = 24;

/** In how many servers' certificates end in which month. @param now the reader's clock, ISO-8601 */
export function monthsSvg(counted: readonly Counted[], now: string): Markup {
  const columns = monthColumns(counted, now);
  const most = Math.max(1, ...columns.map(({ servers }) => servers));
  const step = width / columns.length;
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="months-title months-words">
<title id="months-title">Certificates that end, by month</title>
<desc id="months-words">${words(columns.filter(({ servers }) => servers > 0))}</desc>
<path class="axis" d="M0 ${base}H${width}"/>
${columns.map(({ value, servers }, index) => {
  const [x, tall] = [Math.round(index * step), servers === 0 ? 0 : Math.max(2, Math.round((servers / most) * 120))];
  const middle = Math.round(x + step / 2);
  // A name is wider than a column: the first and the last have theirs, and of the others every third, none beside them.
  const isNamed = index === 0 || index === columns.length - 1 || index % 3 === 2;
  // The month that is now stands below the others.
  const isNow = index === 1;
  return markup`<rect class="${value === 'earlier' ? 'bar ended' : 'bar'}" x="${x + 3}" y="${base - tall}" width="${Math.round(step) - 6}" height="${tall}" rx="2"/>${servers > 0 && markup`<text class="small" x="${middle}" y="${base - tall - 5}" text-anchor="middle">${servers}</text>`}${isNamed && markup`<text class="small" x="${middle}" y="${base + 16}" text-anchor="middle">${value}</text>`}${isNow && markup`<text class="small" x="${middle}" y="${base + 29}" text-anchor="middle">${value} (now)</text>`}\n`;
})}</svg>`;
}

/** A column for what ended before this month, for each of the months shown, and for what ends later. */
export function monthColumns(counted: readonly Counted[], now: string): Counted[] {
  const first = Number(now.slice(0, 4)) * 12 + Number(now.slice(5, 7)) - 1;
  const months = Array.from({ length: shown }, (_, index) => nameOf(first + index));
  const sum = (of: (month: string) => boolean) =>
    counted.reduce((all, { value, servers }) => (of(value) ? all + servers : all), 0);
  const last = months.at(-1)!;
  return [
    { value: 'earlier', servers: sum((month) => month < months[0]!) },
    ...months.map((value) => ({ value, servers: sum((month) => month === value) })),
    { value: 'later', servers: sum((month) => month > last) },
  ];
}

const nameOf = (month: number): string => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
