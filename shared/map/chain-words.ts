import type { Chain } from './chain.ts';
import { mapWords } from './words.ts';

/** The picture of a chain in sentences: each place, then what disagrees. */
export function chainWords({ label, nodes, links }: Chain): string {
  const places = nodes.map(
    ({ title, state, main, more }) => `${title} ${mapWords[state]}: ${[main, ...more].join(', ')}.`,
  );
  const titles = Object.fromEntries(nodes.map(({ id, title }) => [id, title]));
  const quarrels = links.flatMap(({ from, to, words }) =>
    words === null ? [] : [`${titles[from]} and ${titles[to]} disagree: ${words}.`],
  );
  return [`Chain of ${label}.`, ...places, ...quarrels].join(' ');
}
