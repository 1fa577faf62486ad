/** How many servers have a value. */
export interface Counted {
  value: string;
  servers: number;
}

/** Counts values, the most frequent first, equal ones by their names. */
export function tally(values: Iterable<string>): Counted[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, servers]) => ({ value, servers }))
    .sort((a, b) => b.servers - a.servers || (a.value < b.value ? -1 : 1));
}

/** Sorts things by a value that each has one of; those with none are left out. */
export function groupBy<T>(things: readonly T[], valueOf: (thing: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const value = valueOf(thing);
    if (value === null) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [thing]);
    else group.push(thing);
  }
  return groups;
}
