import { isTooDeep } from './depth.ts';
import { createDictionary } from './dictionary.ts';
import type { Inventory } from './inventory.ts';
import { isMarkup } from './markup.ts';
import { anyOf, hostsOf } from './matcher.ts';
import { redactPaths } from './paths.ts';
import { createPlaceholders, hiddenKinds, type Hidden, type HiddenKind } from './placeholders.ts';
import { withoutSecrets } from './secrets.ts';
import { keyOf } from './spelling.ts';

export interface Redactor {
  /** Any text with its values replaced; the same value has the same placeholder everywhere. */
  text(value: string): string;
  /** Every string in a document of the product's own, whose keys say what stands under them and are no values. */
  json<T>(value: T): T;
  /** What was hidden so far: the map from placeholder to value. It belongs to the case, and into no report. */
  values(): Hidden[];
  /** Names that are kept where they stand alone, because they are words of Windows' own output too. */
  keptNames: readonly string[];
}

export interface RedactOptions {
  /** Replaces thumbprints too; without it they stay, for they are what a ticket compares. */
  thumbprints: boolean;
}

/** Makes the replacer for everything that was found. */
export function createRedactor(inventory: Inventory, { thumbprints }: RedactOptions): Redactor {
  const placeholders = createPlaceholders(new Set([...inventory.addresses, ...inventory.taken]));
  const { entries, stays, byPlace } = createDictionary(inventory, placeholders, thumbprints);
  const pattern = anyOf(entries.keys());
  const inPlace = hostsOf(byPlace.keys());
  const replaced = (found: string, at: number, whole: string): string =>
    isMarkup(whole, at, at + found.length) ? found : (entries.get(keyOf(found)) ?? found);
  const text = (value: string): string => {
    const named = pattern === null ? value : value.replace(pattern, replaced);
    const placed = inPlace === null ? named : named.replace(inPlace, (found) => byPlace.get(keyOf(found)) ?? found);
    return redactPaths(withoutSecrets(placed), placeholders);
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, json(each)]));
  };
  return {
    text,
    json: <T>(value: T): T => (isTooDeep(value) ? null : json(value)) as T,
    values: () => placeholders.all(),
    keptNames: [...stays],
  };
}

const kindWords: Record<HiddenKind, string> = {
  host: 'host names',
  domain: 'domains',
  address: 'IP addresses',
  user: 'user and account names',
  path: 'folders and files outside of Windows and the agent',
  name: 'names in certificates, of databases and organisations',
  identifier: 'security identifiers of domains and machines',
  thumbprint: 'certificate thumbprints',
};

/** For a person before anything is written: the kinds of what is hidden, each with the number of different values. */
export function hiddenCounts(values: readonly Hidden[]): { what: string; count: number }[] {
  return hiddenKinds
    .map((kind) => ({ what: kindWords[kind], count: values.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** What redaction leaves as it is, in sentences. */
export function whatStays(keptNames: readonly string[], { thumbprints }: RedactOptions): string[] {
  return [
    'Times, durations, the build of Windows, and the versions of the agent and of this product.',
    'Loopback and any-addresses, ports, protocols, flags, and application ids.',
    ...(thumbprints
      ? []
      : ['Thumbprints of certificates: a hash by which both sides of a ticket know the certificate.']),
    'Dates, key sizes, algorithms and usages of certificates; the certificates themselves are replaced by what was read from them.',
    'Names and ids of IIS sites, application pools, virtual directories and packages, unless they hold a hidden value.',
    'Paths below the folders of Windows and of the agent; registry keys; names of services and programs.',
    'The server’s messages and log lines, with the hidden values replaced in them.',
    ...(keptNames.length > 0
      ? [`Bare names that are words of Windows’ output too: ${keptNames.join(', ')}. In full names they are replaced.`]
      : []),
  ];
}
