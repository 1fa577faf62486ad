import { markup, type Markup } from '../../report/markup.ts';
import { oneLine } from '../../report/visible.ts';
import type { Counted } from '../tally.ts';

/** Pixels at the size of a screen; the picture grows and shrinks with the page. */
const [width, labels, row] = [680, 230, 24];

/** One bar a value, the number beside it: causes, owners, versions. */
export function barsSvg(id: string, title: string, counted: readonly Counted[]): Markup {
  const most = Math.max(1, ...counted.map(({ servers }) => servers));
  const room = width - labels - 60;
  return markup`<svg class="chart" viewBox="0 0 ${width} ${counted.length * row + 4}" role="img" aria-labelledby="${id}-title ${id}-words">
<title id="${id}-title">${title}</title>
<desc id="${id}-words">${words(counted)}</desc>
${counted.map(({ value, servers }, index) => {
  const y = index * row + 2;
  const length = Math.max(2, Math.round((servers / most) * room));
  return markup`<text x="${labels - 8}" y="${y + 15}" text-anchor="end">${oneLine(value, 34)}</text><rect class="bar" x="${labels}" y="${y}" width="${length}" height="${row - 6}" rx="3"/><text x="${labels + length + 6}" y="${y + 15}">${servers}</text>\n`;
})}</svg>`;
}

/** What a picture shows, for who does not see it. */
export const words = (counted: readonly Counted[]): string =>
  counted.map(({ value, servers }) => `${oneLine(value, 80)}: ${servers}`).join('; ');
