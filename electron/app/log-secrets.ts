import { visible } from '../../shared/report/visible.ts';

/** A log is for reading: of one entry no more. */
const longest = 16_384;

/** `password=…`, `"token": "…"`, `Authorization: …` and their like, the name kept. */
const named =
  /\b((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|session[_-]?key|validationKey|decryptionKey|connectionString|authorization|cookie)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|(?:Bearer|Basic|Negotiate|NTLM)\s+\S+|[^\s"',;&<>]+)/giu;
/** Values that are a secret by their own look: encrypted attributes of IIS, keys, encrypted policy values, user information in a URL. */
const looks: readonly [RegExp, string][] = [
  [/\[enc:[^\]]*:enc\]/giu, '[removed]'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/gu, '[removed]'],
  [/\baexs:\/\/\S+/giu, '[removed]'],
  [/(?<=\b[a-z][a-z\d+.-]{1,20}:\/\/)[^\s/@]+:[^\s/@]+(?=@)/giu, '[removed]'],
];

/**
 * A log entry without what looks like a secret. The product collects none, and
 * says none in its errors; this is for those of the system and of libraries,
 * which quote what they were given.
 */
export function withoutSecretWords(entry: string): string {
  const plain = looks.reduce((text, [pattern, instead]) => text.replace(pattern, instead), entry);
  return visible(plain.replace(named, '$1[removed]')).slice(0, longest);
}
