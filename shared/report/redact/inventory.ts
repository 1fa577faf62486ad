import { canonicalAddress } from '../../httpsys/address.ts';
import { accountsIn, accountsMaybeIn, domainsIn, isOneName, readAccount } from './accounts.ts';
import { addressesIn, mappedIpv4, tells } from './addresses.ts';
import { keyedIn, meaningOf, type Meaning } from './keyed.ts';
import { namesOfWords, pathsIn } from './paths.ts';
import { anyPlaceholder } from './placeholders.ts';
import {
  distinguishedName,
  dottedName,
  hostPatterns,
  identifierPattern,
  hostLists,
  isBeforePort,
  listedHost,
  nameParts,
} from './patterns.ts';
import { fold } from './spelling.ts';
import {
  builtInAuthority,
  endsLikeDomain,
  isKept,
  isPublicHost,
  standsForItself,
  stayingFolder,
} from './vocabulary.ts';

/** Everything in a server's answers that would tell whose server it is. Names are folded to one case. */
export interface Inventory {
  /** Full names and bare names, as they are spelled. */
  hosts: ReadonlySet<string>;
  /** Domains that were named as such, with dots or without. */
  domains: ReadonlySet<string>;
  addresses: ReadonlySet<string>;
  /** Accounts with their domains, `null` where none was named. */
  accounts: ReadonlyMap<string, string | null>;
  /** `DOMAIN\name` of which nothing says yet that it is an account. */
  candidates: ReadonlySet<string>;
  identifiers: ReadonlySet<string>;
  /** Values of distinguished names, and what else names an organisation. */
  names: ReadonlySet<string>;
  /** Names of folders and files that hold blanks or signs. */
  folders: ReadonlySet<string>;
  thumbprints: ReadonlySet<string>;
  /** What looks like a placeholder already, in lower case: nothing else may get it. */
  taken: ReadonlySet<string>;
}

/** Whether `:443` stands there. */
const portAt = (text: string, at: number): boolean =>
  text.charAt(at) === ':' && /^:\d{1,5}(?![\p{L}\p{N}.:])/u.test(text.slice(at, at + 8));

/** RFC 1035, 2.3.4. */
const longestHost = 253;

/** Goes through the answers once, before anything is replaced: a name is hidden too where nothing gives it away. */
export function createInventory() {
  const hosts = new Set<string>();
  const domains = new Set<string>();
  const endings = new Set<string>();
  const addresses = new Set<string>();
  const accounts = new Map<string, string | null>();
  const candidates = new Set<string>();
  const identifiers = new Set<string>();
  const names = new Set<string>();
  const folders = new Set<string>();
  const thumbprints = new Set<string>();
  const taken = new Set<string>();

  function seeHost(text: string | null): void {
    // The name of an answer, such as tls.10.0.0.7.443.host.domain, ends in a host's.
    const name = fold(text ?? '').replace(/^(?:.*\.)?\d+\.(?=.+\..+)|^\*\.|\.$/gu, '');
    seeTaken(name);
    if (name === '' || name.length > longestHost || isPublicHost(name)) return;
    if (canonicalAddress(name) !== null) seeAddress(name);
    else if (/^[\p{L}\p{N}._-]+$/u.test(name) && /\p{L}/u.test(name)) {
      hosts.add(name);
      const domain = name.slice(name.indexOf('.') + 1);
      if (domain !== name && domain.includes('.')) endings.add(domain);
    }
  }
  function seeTaken(text: string): void {
    for (const [found] of text.matchAll(anyPlaceholder)) taken.add(found.toLowerCase());
  }
  /** By its ending: one that domains have, or that of a domain which is known already. */
  function mayBeHost(name: string): boolean {
    if (name.length > longestHost) return false;
    if (endsLikeDomain(name)) return true;
    const lower = fold(name);
    for (let dot = lower.indexOf('.'); dot >= 0; dot = lower.indexOf('.', dot + 1)) {
      if (endings.has(lower.slice(dot + 1))) return true;
    }
    return false;
  }
  function seeAddress(text: string): void {
    const bare = text.replace(/%.*$/u, '');
    if (canonicalAddress(bare) === null || !tells(bare)) return;
    addresses.add(bare.toLowerCase());
    const mapped = mappedIpv4(bare);
    if (mapped !== null) addresses.add(mapped);
  }
  function seeDomain(text: string): void {
    const name = fold(text).replace(/^\*?\.|\.$/gu, '');
    if (!/^[\p{L}\p{N}.-]*\p{L}[\p{L}\p{N}.-]*$/u.test(name) || isPublicHost(name)) return;
    domains.add(name);
    if (name.includes('.')) endings.add(name);
  }
  function seeAccount(domain: string | null, name: string): void {
    const user = fold(name.trim());
    if (domain !== null && builtInAuthority.test(domain)) return;
    // Identifiers of every kind have their own places; what is hidden already is no account.
    if (
      user === '' ||
      user.replace(anyPlaceholder, '') === '' ||
      stayingFolder.test(user) ||
      /^(?:s-1-\d|\{?[\da-f]{8}-)/u.test(user)
    )
      return;
    if (domain === null && !standsForItself(user)) return;
    if (domain !== null) seeDomain(domain);
    if (domain !== null && user.endsWith('$')) return seeHost(user.slice(0, -1));
    accounts.set(user, domain === null ? (accounts.get(user) ?? null) : fold(domain));
  }
  /** In whatever form accounts are written. */
  function seeAccountText(text: string): void {
    const { domain, name } = readAccount(text);
    if (isOneName(name)) seeAccount(domain, name);
    // What follows a blank was a sentence.
    else if (domain !== null) seeAccount(domain, name.replace(/\s.*$/su, ''));
  }
  function seeMeant(meaning: Meaning, text: string): void {
    if (meaning === 'account') text.split(/[,;]/u).forEach(seeAccountText);
    if (meaning === 'domain') seeDomain(text);
    if (meaning === 'name') seeNamed(text);
    if (meaning === 'host') {
      const [, name = null] = /^(?:(?:tcp|np|lpc|admin):)?\\*([\p{L}\p{N}._-]+)(?=$|[\\,:])/u.exec(text) ?? [];
      seeHost(name);
    }
  }
  function seeNamed(text: string): void {
    const isPublic = /^(?:microsoft|symantec|broadcom)\b/iu.test(text) || text.replace(anyPlaceholder, '') === '';
    if (standsForItself(text) && !isPublic) names.add(fold(text));
  }
  /** A distinguished name: the values of its parts, the components of a domain in one. */
  function seeName(text: string): void {
    const components: string[] = [];
    for (const [, attribute = '', value = ''] of text.matchAll(nameParts)) {
      const plain = value
        .replace(/^"(.*)"$/su, '$1')
        .replace(/\\(.)/gu, '$1')
        .trim();
      if (/^DC$/iu.test(attribute)) components.push(/^[\p{L}\p{N}-]*/u.exec(plain)?.[0] ?? '');
      else if (/^(?:[\p{L}\p{N}_*-]+\.)+[\p{L}\p{N}_-]+$/u.test(plain)) seeHost(plain);
      else seeNamed(plain);
    }
    if (components.length > 1) seeDomain(components.join('.'));
  }

  return {
    seeHost,
    seeAddress,
    /** `DOMAIN\name` or a name alone. */
    seeAccount: seeAccountText,
    seeName,
    /** A file or folder that a person named, which may tell whose it is. */
    seeFile(name: string): void {
      const words = name.split(/[^\p{L}]+/u).filter((word) => word.length > 2);
      if (!words.every(isKept)) folders.add(fold(name));
    },
    seeThumbprint: (hash: string): void => void thumbprints.add(hash.toUpperCase()),
    /** The value under a name of a JSON document. */
    seeValue(key: string, value: string): void {
      const meaning = meaningOf(key);
      if (meaning !== null) seeMeant(meaning, value);
    },
    /** Any text of the server, whole lines of it. */
    see(text: string): void {
      seeTaken(text);
      for (const { 0: name, index } of text.matchAll(dottedName)) {
        if (mayBeHost(name) || (portAt(text, index + name.length) && isBeforePort(name))) seeHost(name);
      }
      for (const [, list = ''] of text.matchAll(hostLists)) {
        for (const [, wildcard, name = ''] of list.matchAll(listedHost)) {
          if (wildcard === undefined) seeHost(name);
          else seeDomain(name);
        }
      }
      for (const pattern of hostPatterns) for (const [, name = ''] of text.matchAll(pattern)) seeHost(name);
      for (const { domain, name } of accountsIn(text)) seeAccount(domain, name);
      for (const domain of domainsIn(text)) seeDomain(domain);
      for (const pair of accountsMaybeIn(text)) candidates.add(fold(pair));
      for (const { meaning, value } of keyedIn(text)) seeMeant(meaning, value);
      for (const [name] of text.matchAll(distinguishedName)) seeName(name);
      for (const path of pathsIn(text)) for (const name of namesOfWords(path)) folders.add(fold(name));
      for (const address of addressesIn(text)) seeAddress(address);
      for (const [, domain, tenant = ''] of text.matchAll(identifierPattern)) identifiers.add(domain ?? tenant);
    },
    inventory: (): Inventory => ({
      hosts,
      domains,
      addresses,
      accounts,
      candidates,
      identifiers,
      names,
      folders,
      thumbprints,
      taken,
    }),
  };
}
export type Collecting = ReturnType<typeof createInventory>;
