import { afterEscape } from './matcher.ts';
import { builtInAuthority, isKept } from './vocabulary.ts';

/** An account, and its domain where one is named. */
export interface Account {
  domain: string | null;
  name: string;
}

const domain = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,62}[\p{L}\p{N}])?`;
const label = String.raw`\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]`;
const loginName = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}._+'-]*[\p{L}\p{N}])?\$?`;

/** Not the second word of `NT AUTHORITY` and its like, in whatever language. */
const begin = String.raw`(?:${afterEscape}|(?<![\\/\p{L}\p{N}.%_@-]))(?<!\bNT )`;
/** Not where a path goes on; a backslash can also begin an escape. */
const end = String.raw`(?!\\+(?!["nrt\\])|[/\p{L}\p{N}{_-])`;
/** What stands before accounts in sentences. */
const announcing = String.raw`(?:\b(?:users?|accounts?|log(?:ged )?on|login|run as|utilisateur|compte|usuario|cuenta)|benutzer|konto|anmeld|użytkownik|пользовател|kullanıcı|ユーザー|アカウント|用户|帐户)`;

/** Accounts whose place says that they are some. */
const certain: readonly RegExp[] = [
  /^"(?<domain>[^"\\]+)\\(?<name>[^"]+)","[^"]*","S-1-5-21-(?:\d+-){3}\d{4,}"/gmu,
  /(?<![\p{L}\p{N}])[a-z]:[\\/]{1,4}(?:Users|Documents and Settings)[\\/]{1,4}(?<name>[^\\/:*?"<>|\s]+(?: [^\\/:*?"<>|\s]+){1,2}(?=[\\/])|[^\\/:*?"'<>|\s,;]+)/giu,
  /(?<![\p{L}\p{N}./])\/(?:home|Users)\/(?<name>[^\\/:*?"'<>|\s,;]+)/gu,
  new RegExp(
    String.raw`(?<![\p{L}\p{N}._-])(?<name>[\p{L}\p{N}._+-]*[\p{L}\p{N}])@(?:(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+|(?<domain>${label})(?![\p{L}\p{N}@-]|\.[\p{L}\p{N}]))`,
    'gu',
  ),
];

/** An account that a word before it announces: its domain is one, where the name ends is not told. */
const announced = new RegExp(
  String.raw`${announcing}[^\\/\r\n]{0,40}?${begin}(?<domain>${domain})\\{1,4}(?=${loginName}${end})`,
  'giu',
);

/** `DOMAIN\name` or `DOMAIN/name`: an account only if the domain is known to be one. A name may go on in words that begin as names do. */
const possible = new RegExp(
  String.raw`${begin}(?<domain>${domain})(?<sign>\\{1,4}|\/)(?<name>${loginName})(?<rest>(?: \p{Lu}[\p{L}'.-]*\p{L}){0,3})${end}`,
  'gu',
);
/** The same with any name of a few words, whose end is that of the text or of the quotes around it. */
const enclosed = new RegExp(
  String.raw`(?<=^|["'>])(?<domain>${domain})(?<sign>\\{1,4})(?<name>[^\\/:*?"'<>|\s]+(?: [^\\/:*?"'<>|\s]+){0,2})(?=$|\\?["'<])`,
  'gu',
);

const mayBeDomain = (word: string): boolean => /\p{L}/u.test(word) && !isKept(word);

/** The accounts in a text that are some whatever else is known. */
export function* accountsIn(text: string): Generator<Account> {
  for (const pattern of certain) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      yield { domain: groups['domain'] ?? null, name: groups['name'] ?? '' };
    }
  }
}

/** The domains of accounts in a text. */
export function* domainsIn(text: string): Generator<string> {
  for (const { groups = {} } of text.matchAll(announced)) {
    const { domain: of = '' } = groups;
    if (mayBeDomain(of) && !builtInAuthority.test(of)) yield of;
  }
}

/** What may be an account, as `domain\name`, or `domain/name` where it stands so. */
export function* accountsMaybeIn(text: string): Generator<string> {
  const told = new Set<number>();
  for (const { groups = {}, index } of text.matchAll(enclosed)) {
    const { domain: of = '', name = '' } = groups;
    if (!mayBeDomain(of) || !isOneName(name)) continue;
    told.add(index);
    yield `${of}\\${name}`;
  }
  for (const { groups = {}, index } of text.matchAll(possible)) {
    const { domain: of = '', sign = '', name: first = '', rest = '' } = groups;
    if (!mayBeDomain(of) || told.has(index)) continue;
    // Where the name ends is not known: each word may be the last one.
    const further = /^\p{Lu}\p{Ll}/u.test(first) ? rest.split(' ').slice(1) : [];
    for (let count = 0; count <= further.length; count += 1) {
      const name = [first, ...further.slice(0, count)].join(' ');
      if (isOneName(name)) yield of + sign.slice(0, 1) + name;
    }
  }
}

/** A message may follow an account; no name has words in it that the product goes by. */
export const isOneName = (words: string): boolean => !/\s/u.test(words) || !words.split(/\s+/u).some(isKept);

/** An account in any of its writings; a domain of `.` is the server itself. */
export function readAccount(text: string): Account {
  const trimmed = text.trim();
  const [, of = '', name = ''] = /^([\p{L}\p{N}. _-]+)[\\/]{1,4}([^\\/]+)$/u.exec(trimmed) ?? [];
  if (name !== '') return { domain: of === '.' ? null : of, name };
  const [, user = '', realm = ''] = /^([^@\s]+)@([^@\s]+)$/u.exec(trimmed) ?? [];
  return user === '' ? { domain: null, name: trimmed } : { domain: realm, name: user };
}
