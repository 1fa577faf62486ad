import type { ReportDocument } from '../document.ts';
import { markup, type Markup } from '../markup.ts';
import { timelineOf, type Moment } from '../timeline.ts';
import { utc } from '../time.ts';
import { section, table } from './parts.ts';

/** The newest are kept: a log of months would bury what happened today. */
const most = 120;

export function timelineSection(document: ReportDocument): Markup {
  const all = timelineOf(document);
  const shown = all.slice(-most);
  const caption = shown.length < all.length ? `The newest ${most} of ${all.length}` : 'By the clock of the server';
  const rows = folded(shown).map(({ first: { at, words, source }, alike }) => [
    markup`<span class="no-wrap">${utc(at)}</span>`,
    [words, alike.length > 0 && markup`<br><span class="soft">${likeIt(alike)}</span>`],
    markup`<span class="source">${source}</span>`,
  ]);
  return section('Timeline', 'timeline', table(caption, ['When', 'What', 'Told by'], rows));
}

/** A moment, and those right after it that tell the same of another thing or at another time. */
interface Fold {
  first: Moment;
  alike: Moment[];
}

/** On paper a line that the agent writes for each package, every hour, would bury the others. */
function folded(moments: readonly Moment[]): Fold[] {
  const folds: Fold[] = [];
  for (const moment of moments) {
    const last = folds.at(-1);
    if (last !== undefined && moment.kind === 'agent' && gist(moment) === gist(last.first)) last.alike.push(moment);
    else folds.push({ first: moment, alike: [] });
  }
  return folds.flatMap(({ first, alike }) =>
    alike.length > 1 ? { first, alike } : [first, ...alike].map((one) => ({ first: one, alike: [] })),
  );
}

/** What a line of the log says but for ids and numbers. */
const gist = ({ kind, words }: Moment): string =>
  `${kind} ${words.replace(/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\d+/giu, '#')}`;

const likeIt = (alike: readonly Moment[]): string =>
  `and ${alike.length} more like it, the last at ${utc(alike.at(-1)!.at)}`;
