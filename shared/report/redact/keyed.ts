import { escapedLineEnd } from './patterns.ts';

/** What a value is because of the name it stands under. */
export type Meaning = 'account' | 'host' | 'domain' | 'name';

export interface Keyed {
  meaning: Meaning;
  value: string;
}

/** Names of settings, of columns and of fields of events, as patterns. */
const alone = String.raw`(?<![\p{L}\p{N}])`;
const names: Readonly<Record<Meaning, string>> = {
  account: String.raw`(?:user|account)[ _-]?(?:name|id)|user[ _-]?principal[ _-]?name|${alone}(?:(?:logon|login|run[ _-]?as|proxy|service)?[ _-]?(?:users?|account)|uid|login|logon|run[ _-]?as|object[ _-]?name|service_start_name|roles)`,
  host: String.raw`(?:host|computer|machine|server|workstation|netbios)[ _-]?name|fqdn|${alone}(?:x-(?:served-by|server|host|node|backend|forwarded-host)|(?:notification|site|package|proxy|smtp|sql|logon)?[ _-]?server|data[ _-]?source|(?:network[ _-]?)?address|host|computer|workstation(?:[ _-]?id)?|wsid|failover[ _-]?partner|proxy)`,
  domain: String.raw`domain[ _-]?name|${alone}(?:(?:user|default[ _-]?logon|logon|dns|user[ _-]?dns|dhcp)?[ _-]?domain|realm)`,
  name: String.raw`${alone}(?:database|initial[ _-]?catalog|(?:registered[ _-]?)?organi[sz]ation|registered[ _-]?owner|company)`,
};
const meanings = Object.keys(names) as Meaning[];
const named = meanings.map((meaning) => `(?<${meaning}>${names[meaning]})`).join('|');

const bare = String.raw`[^\s"'<>;,={[](?:(?!${escapedLineEnd}| [\p{L}\p{N}_]{1,30}=)[^"'<>;,\r\n])*`;
/** `key=value`, `key: value`, `"key":"value"`, `key REG_SZ value`, `<key>value<`, `<… Name='key'>value<`, `key="key" value="value"`. */
const pattern = new RegExp(
  String.raw`(?:${named})\\?["']?(?<sign>[ \t]{0,8}=[ \t]{0,8}|[ \t]{0,40}:[ \t]{0,40}|[ \t]{1,8}REG_(?:EXPAND_|MULTI_)?SZ[ \t]{1,8}|[ \t]{1,8}value[ \t]{0,8}=[ \t]{0,8}|>)(?:\\?"(?<double>[^"\r\n]+?)\\?"|'(?<single>[^'\r\n]+)'|(?<bare>${bare}))`,
  'giu',
);
/** A line that is a label and its value. */
const line = new RegExp(String.raw`^[ \t]*(?:${named})[ \t]*:[ \t]*(?<bare>${bare})(?=\r?$)`, 'gimu');

/** The values in a text that are something because of the name before them. */
export function* keyedIn(text: string): Generator<Keyed> {
  const told = new Set<number>();
  for (const { 0: found, index, groups = {} } of text.matchAll(line)) {
    const meaning = meant(groups);
    const value = (groups['bare'] ?? '').trim();
    if (meaning !== 'name' && /\s/u.test(value) && !isQualified.test(value)) continue;
    told.add(index + found.length);
    yield { meaning, value };
  }
  for (const { 0: found, index, groups = {} } of text.matchAll(pattern)) {
    if (told.has(index + found.length)) continue;
    const { sign = '', double, single, bare: rest = '' } = groups;
    const enclosed = double ?? single;
    const [word = ''] = /^\S+/u.exec(rest) ?? [];
    if (enclosed !== undefined || !sign.includes(':')) yield { meaning: meant(groups), value: enclosed ?? rest.trim() };
    // A sentence may follow: after a colon only a word counts that can be nothing else.
    if (sign === '=' ? rest.includes(' ') : sign.includes(':') && /^[^/]*[\\@.][^/]*$/u.test(word)) {
      yield { meaning: meant(groups), value: word };
    }
  }
}

/** `DOMAIN\name`, blanks in the name included. */
const isQualified = /^[^\s\\/@]+\\{1,4}[^\\/]+$/u;

const meant = (groups: Readonly<Record<string, string | undefined>>): Meaning =>
  meanings.find((meaning) => groups[meaning] !== undefined)!;

const whole = new RegExp(`^(?:${named})$`, 'iu');
/** What the values under a name of a JSON document are; null for any other name. */
export function meaningOf(key: string): Meaning | null {
  const groups = whole.exec(key)?.groups;
  return groups === undefined ? null : meant(groups);
}
