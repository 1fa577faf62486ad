import type { Entry } from './bundle.ts';

type Kind = Entry['kind'];
type EntryOf<K extends Kind> = Extract<Entry, { kind: K }>;

/**
 * The recorded answer to a question: by the question's name, else by what was
 * asked. The last phase comes first, for it tells how the server was left.
 */
export function findEntry<K extends Kind>(
  entries: readonly Entry[],
  kind: K,
  name: string,
  asked: (entry: EntryOf<K>) => boolean,
): EntryOf<K> | undefined {
  const latestFirst = entries
    .filter((entry): entry is EntryOf<K> => entry.kind === kind)
    .toSorted((a, b) => b.seq - a.seq);
  return latestFirst.find((entry) => entry.name === name) ?? latestFirst.find(asked);
}
