import { canonicalAddress } from '../../httpsys/address.ts';
import {
  addressesIn,
  dottedName,
  hostPatterns,
  identifierPattern,
  maybeAccount,
  nameParts,
  tells,
  userPatterns,
} from './patterns.ts';
import { builtInAuthority, endsLikeDomain, isPublicHost, standsForItself } from './vocabulary.ts';

/** Everything in a server's answers that would tell whose server it is. Names are in lower case. */
export interface Inventory {
  /** Full names and bare names, as they are spelled. */
  hosts: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
  /** Accounts with their domains, `null` where none was named. */
  accounts: ReadonlyMap<string, string | null>;
  /** `DOMAIN\name` of which nothing says yet that it is an account. */
  candidates: ReadonlySet<string>;
  identifiers: ReadonlySet<string>;
  /** Values of distinguished names. */
  names: ReadonlySet<string>;
  thumbprints: ReadonlySet<string>;
}

/** Goes through the answers once, before anything is replaced: a name is hidden too where nothing gives it away. */
export function createInventory() {
  const hosts = new Set<string>();
  const domains = new Set<string>();
  const addresses = new Set<string>();
  const accounts = new Map<string, string | null>();
  const candidates = new Set<string>();
  const identifiers = new Set<string>();
  const names = new Set<string>();
  const thumbprints = new Set<string>();

  function seeHost(text: string | null): void {
    // The name of an answer, such as tls.10.0.0.7.443.host.domain, ends in a host's.
    const name = (text ?? '').toLowerCase().replace(/^(?:.*\.)?\d+\.(?=.+\..+)|^\*\.|\.$/gu, '');
    if (name === '' || isPublicHost(name)) return;
    if (canonicalAddress(name) !== null) seeAddress(name);
    else if (/^[\p{L}\p{N}._-]+$/u.test(name) && /\p{L}/u.test(name)) {
      hosts.add(name);
      const domain = name.slice(name.indexOf('.') + 1);
      if (domain !== name && domain.includes('.')) domains.add(domain);
    }
  }
  /** By its ending: one that domains have, or that of a domain which is known already. */
  function mayBeHost(name: string): boolean {
    if (endsLikeDomain(name)) return true;
    const lower = name.toLowerCase();
    for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
      if (domains.has(lower.slice(dot + 1))) return true;
    }
    return false;
  }
  function seeAddress(text: string): void {
    const bare = text.replace(/%.*$/u, '');
    if (canonicalAddress(bare) !== null && tells(bare)) addresses.add(bare.toLowerCase());
  }
  function seeAccount(domain: string | null, name: string): void {
    const user = name.trim().toLowerCase();
    if (domain !== null && builtInAuthority.test(domain)) return;
    if (user !== '' && (standsForItself(user) || domain !== null))
      accounts.set(user, domain?.toLowerCase() ?? accounts.get(user) ?? null);
  }

  return {
    seeHost,
    seeAddress,
    /** `DOMAIN\name` or a name alone. */
    seeAccount(text: string): void {
      const [name = '', domain = null] = text.split('\\').reverse();
      seeAccount(domain, name);
    },
    /** A distinguished name: the values of its parts. */
    seeName(text: string): void {
      for (const [, value = ''] of text.matchAll(nameParts)) {
        const plain = value.replace(/\\(.)/gu, '$1').trim();
        if (/^(?:[\p{L}\p{N}_*-]+\.)+[\p{L}\p{N}_-]+$/u.test(plain)) seeHost(plain);
        else if (standsForItself(plain) && !/^(?:microsoft|symantec|broadcom)\b/iu.test(plain))
          names.add(plain.toLowerCase());
      }
    },
    seeThumbprint: (hash: string): void => void thumbprints.add(hash.toUpperCase()),
    /** Any text of the server, whole lines of it. */
    see(text: string): void {
      for (const [name] of text.matchAll(dottedName)) if (mayBeHost(name)) seeHost(name);
      for (const pattern of hostPatterns) for (const [, name = ''] of text.matchAll(pattern)) seeHost(name);
      for (const pattern of userPatterns) {
        for (const [, domain, name = ''] of text.matchAll(pattern)) seeAccount(domain || null, name);
      }
      for (const [pair, domain = ''] of text.matchAll(maybeAccount)) {
        if (!builtInAuthority.test(domain)) candidates.add(pair.toLowerCase());
      }
      for (const address of addressesIn(text)) seeAddress(address);
      for (const [, numbers = ''] of text.matchAll(identifierPattern)) identifiers.add(numbers);
    },
    inventory: (): Inventory => ({ hosts, addresses, accounts, candidates, identifiers, names, thumbprints }),
  };
}
export type Collecting = ReturnType<typeof createInventory>;
