import { canonicalAddress, isIpv6 } from '../../httpsys/address.ts';
import { mappedIpv4 } from './addresses.ts';
import { fold } from './spelling.ts';

/** The kinds of values that are hidden, in the order in which a preview lists them. */
export const hiddenKinds = ['host', 'domain', 'address', 'user', 'path', 'name', 'identifier', 'thumbprint'] as const;
export type HiddenKind = (typeof hiddenKinds)[number];

/** One value and what stands for it. */
export interface Hidden {
  kind: HiddenKind;
  value: string;
  placeholder: string;
}

/** A placeholder for a name, within others. */
export const anyPlaceholder = /(?<![\p{L}\p{N}])(?:host|domain|USER|PATH|NAME)-\d+(?![\p{L}\p{N}])/giu;

/** RFC 5737; a server with more addresses than these three hold gets some of RFC 2544's. */
const documentation = ['192.0.2', '198.51.100', '203.0.113'];

function ipv4(index: number): string {
  const range = documentation[Math.floor(index / 254)];
  if (range !== undefined) return `${range}.${(index % 254) + 1}`;
  const rest = index - documentation.length * 254;
  return `198.${18 + (Math.floor(rest / 65_024) % 2)}.${Math.floor(rest / 254) % 256}.${(rest % 254) + 1}`;
}

/** RFC 3849; a link-local address stays one, for TLS is only tried where a scope is known. */
const ipv6 = (index: number, linkLocal: boolean): string =>
  `${linkLocal ? 'fe80::db8:' : '2001:db8::'}${(index + 1).toString(16)}`;

/** Forty digits that nobody takes for a hash, with the number at both ends, where short forms show it. */
const thumbprint = (number: number, digits: number): string => {
  const shown = number.toString().padStart(4, '0');
  return shown + '0'.repeat(digits - 2 * shown.length) + shown;
};

/** Hands out one placeholder for each value, the same one for every spelling of it, and none of those that are taken. */
export function createPlaceholders(taken: ReadonlySet<string> = new Set()) {
  const given = new Map<string, Hidden>();
  const counts = new Map<string, number>();
  const next = (series: string): number => {
    const count = counts.get(series) ?? 0;
    counts.set(series, count + 1);
    return count;
  };
  const numbered = (series: string): string => {
    for (;;) {
      const made = `${series}-${next(series) + 1}`;
      if (!taken.has(made.toLowerCase())) return made;
    }
  };
  const once = (kind: HiddenKind, value: string, make: () => string): string => {
    const key = `${kind} ${fold(value)}`;
    const known = given.get(key);
    if (known !== undefined) return known.placeholder;
    const placeholder = make();
    given.set(key, { kind, value, placeholder });
    return placeholder;
  };
  /** From the ranges for documentation, and never an address that the server itself has. */
  function address(text: string): string {
    const [bare = '', zone] = (canonicalAddress(text) ?? text).split('%');
    const mapped = mappedIpv4(bare);
    if (mapped !== null) return `::ffff:${address(mapped)}`;
    const placeholder = once('address', bare, () => {
      const six = isIpv6(bare);
      const linkLocal = /^fe[89ab]/iu.test(bare);
      for (;;) {
        const made = six ? ipv6(next('ipv6'), linkLocal) : ipv4(next('ipv4'));
        if (!taken.has(made)) return made;
      }
    });
    return zone === undefined ? placeholder : `${placeholder}%${zone}`;
  }
  return {
    host: (label: string) => once('host', label, () => numbered('host')),
    domain: (name: string) => once('domain', name, () => numbered('domain')),
    user: (name: string) => once('user', name, () => numbered('USER')),
    name: (text: string) => once('name', text, () => numbered('NAME')),
    /** A folder or file name; its extension stays. */
    path: (segment: string) =>
      once('path', segment, () => `${numbered('PATH')}${/\.[a-z\d]{1,8}$/iu.exec(segment)?.[0] ?? ''}`),
    /** The numbers of a domain's or machine's own security identifier. */
    identifier: (numbers: string) =>
      once('identifier', numbers, () => numbers.replace(/\d+-/gu, '0-').replace(/\d+$/u, `${next('identifier') + 1}`)),
    thumbprint: (hash: string) => once('thumbprint', hash, () => thumbprint(next('thumbprint') + 1, hash.length)),
    address,
    /** Everything so far, in the order of the kinds. */
    all: (): Hidden[] => hiddenKinds.flatMap((kind) => [...given.values()].filter((each) => each.kind === kind)),
  };
}
export type Placeholders = ReturnType<typeof createPlaceholders>;
