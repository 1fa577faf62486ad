import type { ReportDocument } from '../document.ts';
import { markup, type Markup } from '../markup.ts';
import { timelineOf } from '../timeline.ts';
import { utc } from '../time.ts';
import { section, table } from './parts.ts';

/** The newest are kept: a log of months would bury what happened today. */
const most = 120;

export function timelineSection(document: ReportDocument): Markup {
  const all = timelineOf(document);
  const shown = all.slice(-most);
  const caption = shown.length < all.length ? `The newest ${most} of ${all.length}` : 'By the clock of the server';
  const rows = shown.map(({ at, words, source }) => [
    markup`<span class="no-wrap">${utc(at)}</span>`,
    words,
    markup`<span class="source">${source}</span>`,
  ]);
  return section('Timeline', 'timeline', table(caption, ['When', 'What', 'Told by'], rows));
}
