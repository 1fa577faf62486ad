const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?=\d)|$)){4}$/u;

/** The eight groups of an IPv6 literal, or null when the text is none. */
function ipv6Groups(text: string): number[] | null {
  const tail = text.slice(text.lastIndexOf(':') + 1);
  let hex = text;
  if (tail.includes('.')) {
    if (!ipv4.test(tail)) return null;
    const [a, b, c, d] = tail.split('.').map(Number) as [number, number, number, number];
    const groups = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
    hex = text.slice(0, -tail.length) + groups;
  }
  const halves = hex.split('::');
  if (halves.length > 2) return null;
  const [head, rest] = halves.map((half) => (half === '' ? [] : half.split(':'))) as [string[], string[]?];
  if (![...head, ...(rest ?? [])].every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return null;
  const missing = 8 - head.length - (rest?.length ?? 0);
  if (rest === undefined ? missing !== 0 : missing < 1) return null;
  return [...head, ...Array<string>(missing).fill('0'), ...(rest ?? [])].map((group) => parseInt(group, 16));
}

/** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
function writeIpv6(groups: number[]): string {
  const text = groups.map((group) => group.toString(16)).join(':');
  const runs = text.match(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/gu);
  if (runs === null) return text;
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best));
  const at = text.search(new RegExp(`(?<![0-9a-f])${longest}(?![0-9a-f])`, 'u'));
  const before = text.slice(0, at).replace(/:$/u, '');
  const after = text.slice(at + longest.length).replace(/^:/u, '');
  return `${before}::${after}`;
}

/**
 * One spelling for each IP address, so that addresses compare as text: IPv6 as
 * RFC 5952 writes it, without brackets, a zone (`%12`) kept. Null when the text
 * is no IP address.
 */
export function canonicalAddress(text: string): string | null {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (ipv4.test(bare)) return bare;
  const zone = bare.indexOf('%');
  const groups = ipv6Groups(zone < 0 ? bare : bare.slice(0, zone));
  return groups === null ? null : writeIpv6(groups) + (zone < 0 ? '' : bare.slice(zone));
}

/** Whether a canonical address is IPv6. */
export const isIpv6 = (address: string): boolean => address.includes(':');
