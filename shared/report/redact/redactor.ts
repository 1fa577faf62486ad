import { createDictionary } from './dictionary.ts';
import type { Inventory } from './inventory.ts';
import { anyOf } from './matcher.ts';
import { redactPaths } from './paths.ts';
import { createPlaceholders, hiddenKinds, type Hidden, type HiddenKind } from './placeholders.ts';
import { withoutSecrets } from './secrets.ts';
import { keyOf } from './spelling.ts';

export interface Redactor {
  /** Any text with its values replaced; the same value has the same placeholder everywhere. */
  text(value: string): string;
  /** Every string in a document, keys included. */
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
  const placeholders = createPlaceholders(inventory.addresses);
  const { entries, stays } = createDictionary(inventory, placeholders, thumbprints);
  const pattern = anyOf(entries.keys());
  const text = (value: string): string => {
    const named = pattern === null ? value : value.replace(pattern, (found) => entries.get(keyOf(found)) ?? found);
    return redactPaths(withoutSecrets(named), placeholders);
  };
  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [text(key), json(each)]));
  };
  return {
    text,
    json: <T>(value: T): T => json(value) as T,
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
