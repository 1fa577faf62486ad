import { shortThumbprint } from '../../httpsys/thumbprint.ts';
import type { Inventory } from './inventory.ts';
import type { Placeholders } from './placeholders.ts';
import { keyOf } from './spelling.ts';
import { builtInAuthority, isKept, standsForItself } from './vocabulary.ts';

/** What each value is replaced by, under the one spelling of it (keyOf); and the bare names that stay. */
export interface Dictionary {
  entries: ReadonlyMap<string, string>;
  stays: ReadonlySet<string>;
  /** Those of hosts and domains that stay, and what stands for them where their place says what they are. */
  byPlace: ReadonlyMap<string, string>;
}

/** No name that Windows gives is longer; a text that seems to be one is none. */
const longest = 300;

/**
 * Decides for every value of the inventory what stands for it. A full name is its
 * host's placeholder and its domain's, so that a wildcard still covers exactly
 * what it covered; the short name of a domain, as in `CORP\name`, goes with it.
 */
export function createDictionary(inventory: Inventory, placeholders: Placeholders, thumbprints: boolean): Dictionary {
  const entries = new Map<string, string>();
  const stays = new Set<string>();
  const byPlace = new Map<string, string>();
  const add = (value: string, placeholder: () => string): void => {
    const key = keyOf(value);
    if (key.length <= longest && !entries.has(key)) entries.set(key, placeholder());
  };
  const set = (value: string, placeholder: string): void => add(value, () => placeholder);
  const alone = (name: string, placeholder: () => string): void => {
    if (standsForItself(name)) add(name, placeholder);
    else stays.add(name);
  };
  const network = (name: string, placeholder: () => string): void => {
    alone(name, placeholder);
    if (stays.has(name) && !byPlace.has(name)) byPlace.set(name, placeholder());
  };
  const full = [...inventory.hosts].filter((name) => name.includes('.'));
  const afterDot = (name: string): string => name.slice(name.indexOf('.') + 1);
  const firstLabel = (name: string): string => name.slice(0, name.indexOf('.'));
  const domains = new Set([...full.map(afterDot), ...inventory.domains].filter((domain) => domain.includes('.')));
  const short = new Set([...domains].map(firstLabel));

  for (const domain of domains) set(domain, `${placeholders.domain(domain)}.invalid`);
  for (const domain of domains) network(firstLabel(domain), () => placeholders.domain(domain));
  for (const name of full) {
    if (domains.has(name)) continue;
    const host = firstLabel(name);
    set(name, `${placeholders.host(host)}.${placeholders.domain(afterDot(name))}.invalid`);
    if (!short.has(host)) network(host, () => placeholders.host(host));
  }
  for (const domain of inventory.domains) {
    if (!domain.includes('.') && !inventory.hosts.has(domain)) network(domain, () => placeholders.domain(domain));
  }
  const isDomain = (name: string): boolean => domains.has(name) || short.has(name) || inventory.domains.has(name);
  for (const name of inventory.hosts) {
    if (!name.includes('.') && !short.has(name)) network(name, () => placeholders.host(name));
  }
  addAccounts();
  for (const address of inventory.addresses) set(address, placeholders.address(address));
  for (const numbers of inventory.identifiers) set(numbers, placeholders.identifier(numbers));
  for (const name of inventory.names) set(name, placeholders.name(name));
  for (const name of inventory.folders) alone(name, () => placeholders.path(name));
  if (thumbprints) {
    for (const hash of inventory.thumbprints) {
      const placeholder = placeholders.thumbprint(hash);
      set(hash, placeholder);
      set(shortThumbprint(hash), shortThumbprint(placeholder));
    }
  }
  return { entries, stays, byPlace };

  function addAccounts(): void {
    const known = new Map(entries);
    const users = [...inventory.accounts];
    for (const pair of inventory.candidates) {
      const [, domain = '', sign = '', name = ''] = /^([^\\/]*)([\\/])(.*)$/su.exec(pair) ?? [];
      const isAccount = sign === '\\' ? known.has(domain) || isDomain(domain) : isDomain(domain);
      if (isAccount && !builtInAuthority.test(domain)) users.push([name, domain]);
    }
    for (const [user, domain] of users) {
      if (user.endsWith('$') && known.has(user.slice(0, -1))) continue;
      if (domain === null || standsForItself(user) || isKept(user)) alone(user, () => placeholders.user(user));
      // Too short or too general to be looked for everywhere, either is hidden beside the other.
      const general = domain !== null && (byPlace.has(domain) || !standsForItself(user)) && !isKept(user);
      if (general) {
        set(`${domain}\\${user}`, `${known.get(domain) ?? byPlace.get(domain) ?? domain}\\${placeholders.user(user)}`);
      }
    }
  }
}
