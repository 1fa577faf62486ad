import { shortThumbprint } from '../../httpsys/thumbprint.ts';
import type { Inventory } from './inventory.ts';
import type { Placeholders } from './placeholders.ts';
import { standsForItself } from './vocabulary.ts';

/** What each spelling is replaced by, both in lower case for names; and the bare names that stay. */
export interface Dictionary {
  entries: ReadonlyMap<string, string>;
  stays: ReadonlySet<string>;
}

/**
 * Decides for every value of the inventory what stands for it. A full name is its
 * host's placeholder and its domain's, so that a wildcard still covers exactly
 * what it covered; the short name of a domain, as in `CORP\name`, goes with it.
 */
export function createDictionary(inventory: Inventory, placeholders: Placeholders, thumbprints: boolean): Dictionary {
  const entries = new Map<string, string>();
  const stays = new Set<string>();
  const alone = (name: string, placeholder: string): void => {
    if (standsForItself(name)) entries.set(name, placeholder);
    else stays.add(name);
  };
  const full = [...inventory.hosts].filter((name) => name.includes('.'));
  const domainOf = (name: string): string => name.slice(name.indexOf('.') + 1);
  const domains = new Set(full.map(domainOf).filter((domain) => domain.includes('.')));
  const short = new Set([...domains].map((domain) => domain.slice(0, domain.indexOf('.'))));

  for (const domain of domains) entries.set(domain, `${placeholders.domain(domain)}.invalid`);
  for (const domain of domains) {
    const name = domain.slice(0, domain.indexOf('.'));
    if (!entries.has(name)) alone(name, placeholders.domain(domain));
  }
  for (const name of full) {
    if (domains.has(name)) continue;
    const host = name.slice(0, name.indexOf('.'));
    entries.set(name, `${placeholders.host(host)}.${placeholders.domain(domainOf(name))}.invalid`);
    if (!short.has(host)) alone(host, placeholders.host(host));
  }
  for (const name of inventory.hosts) {
    if (!name.includes('.') && !short.has(name)) alone(name, placeholders.host(name));
  }
  addAccounts(inventory, placeholders, entries, alone);
  for (const address of inventory.addresses) entries.set(address, placeholders.address(address));
  for (const numbers of inventory.identifiers) entries.set(numbers, placeholders.identifier(numbers));
  for (const name of inventory.names) if (!entries.has(name)) entries.set(name, placeholders.name(name));
  if (thumbprints) {
    for (const hash of inventory.thumbprints) {
      const placeholder = placeholders.thumbprint(hash);
      entries.set(hash.toLowerCase(), placeholder);
      entries.set(shortThumbprint(hash).toLowerCase(), shortThumbprint(placeholder));
    }
  }
  return { entries, stays };
}

function addAccounts(
  { accounts, candidates }: Inventory,
  placeholders: Placeholders,
  entries: Map<string, string>,
  alone: (name: string, placeholder: string) => void,
): void {
  const named = new Set([...accounts.values()].filter((domain) => domain !== null));
  for (const domain of named) if (!entries.has(domain)) alone(domain, placeholders.domain(domain));
  const users = new Set(accounts.keys());
  for (const pair of candidates) {
    const [domain = '', name = ''] = pair.split('\\');
    if (entries.has(domain)) users.add(name);
  }
  for (const user of users) if (!entries.has(user)) alone(user, placeholders.user(user));
}
