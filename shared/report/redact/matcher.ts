import { beforeShare } from './patterns.ts';
import { anyWriting } from './spelling.ts';

/** `reg query` writes a backslash and a nought between the values of a REG_MULTI_SZ, and JSON its line ends and tabs with a letter. */
export const afterEscape = String.raw`(?<=\\[0nrt])`;

/** What stands before and after each kind of value, so that it is no part of another. */
const kinds: readonly { is: RegExp; before: string; after: string }[] = [
  { is: /^[\d.]+$/u, before: String.raw`(?:${afterEscape}|(?<!\d|\d\.))`, after: String.raw`(?!\d)` },
  { is: /:.*\.\d+$/u, before: String.raw`(?:${afterEscape}|(?<![\da-f:]))`, after: String.raw`(?!\d)` },
  { is: /:/u, before: String.raw`(?:${afterEscape}|(?<![\da-f:]))`, after: String.raw`(?![\da-f:])` },
  { is: /^\d+(?:-\d+){2,3}$/u, before: '(?<=-)', after: String.raw`(?!\d)` },
  {
    is: /^(?!(?:[\da-f]{4}){1,3}$)/u,
    before: String.raw`(?:${afterEscape}|(?<![a-z\d]))`,
    after: String.raw`(?![a-z\d])`,
  },
  // What may be a part of a GUID; after the longer names that begin with it.
  {
    is: /^/u,
    before: String.raw`(?:${afterEscape}|(?<![a-z\d]|[\da-f]-))`,
    after: String.raw`(?![a-z\d]|-[\da-f])`,
  },
];

/**
 * Finds each of the values, the longest first, in any case and writing; null for
 * none. What they begin with in common is looked at once, so that the time does
 * not grow with their number.
 */
export function anyOf(values: Iterable<string>): RegExp | null {
  const tries = kinds.map(() => new Map() as Trie);
  for (const value of values) if (value !== '') insert(tries[kinds.findIndex(({ is }) => is.test(value))]!, value);
  const patterns = kinds.flatMap(({ before, after }, index) =>
    tries[index]!.size === 0 ? [] : [`${before}${written(tries[index]!)}${after}`],
  );
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'giu');
}

/** Finds the names where nothing but a host can stand: in a URL and before a share; null for none. */
export function hostsOf(names: Iterable<string>): RegExp | null {
  const any = Array.from(names, (name) => Array.from(name, anyWriting).join('')).join('|');
  const share = String.raw`${beforeShare}(?:\\\\){1,4}(?:[?.]\\{1,4}UNC\\{1,4})?`;
  return any === '' ? null : new RegExp(String.raw`(?<=:\/\/|${share})(?:${any})(?![\p{L}\p{N}._-])`, 'giu');
}

/** By the pattern of a character; the empty one marks where a value ends. */
interface Trie extends Map<string, Trie> {}

function insert(trie: Trie, value: string): void {
  let node = trie;
  for (const pattern of Array.from(value, anyWriting)) {
    const next = node.get(pattern) ?? new Map();
    node.set(pattern, next);
    node = next;
  }
  node.set('', new Map());
}

function written(trie: Trie): string {
  const branches = [...trie].filter(([pattern]) => pattern !== '');
  const ways = branches.map(([pattern, next]) => pattern + written(next));
  if (ways.length === 0) return '';
  const mayEnd = trie.has('');
  return ways.length === 1 && !mayEnd ? ways[0]! : `(?:${ways.join('|')})${mayEnd ? '?' : ''}`;
}
