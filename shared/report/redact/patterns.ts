import { canonicalAddress } from '../../httpsys/address.ts';

/** `reg query` writes the values of a REG_MULTI_SZ with a backslash and a nought between them. */
export const afterNul = String.raw`(?<=\\0)`;

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?`;

/** Names with dots in them: hosts, but also files and much else. */
export const dottedName = new RegExp(
  String.raw`(?:${afterNul}|(?!(?<=\\)0)(?<![\p{L}\p{N}.@_-]))(?:${label}\.)+${label}(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`,
  'giu',
);

/** Hosts because of the place they stand in. */
export const hostPatterns: readonly RegExp[] = [
  /\bhttps?:\/\/([^\s/:"'<>()[\]{},;|*+]+)/giu,
  // \\server\share, in a text as it is; JSON is read before it is looked at.
  /(?<![\\\p{L}\p{N}:])\\\\([\p{L}\p{N}][\p{L}\p{N}._-]*)(?=\\)/gu,
  /\b(?:hostName|computerName|machineName)\s*=\s*["']([^"'\s]+)["']/giu,
  /<Computer>([^<\s]+)<\/Computer>/giu,
  /\\Altiris Agent\\Servers\\([\p{L}\p{N}._-]+)/giu,
  /@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)/gu,
];

/** Accounts whose place says that they are some; the groups are the domain, where there is one, and the name. */
export const userPatterns: readonly RegExp[] = [
  /\buserName\s*=\s*"(?:([^"\\]+)\\)?([^"\\%[\]]+)"/giu,
  /^"([^"\\]+)\\([^"]+)","[^"]*","S-1-5-21-(?:\d+-){3}\d{4,}"/gmu,
  /(?<![\p{L}\p{N}])()[a-z]:\\(?:Users|Documents and Settings)\\([^\\/:*?"<>|\r\n]+?)(?=["'\\\r\n]|$)/gimu,
  /(?<![\p{L}\p{N}._-])()([\p{L}\p{N}._+-]+)@(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+/gu,
];

/** `DOMAIN\name`: an account only if the domain is known to be one. */
export const maybeAccount = /(?<![\\\p{L}\p{N}:.%_-])([\p{L}\p{N}-]{2,15})\\([\p{L}\p{N}._-]+\$?)(?![\\\p{L}\p{N}])/gu;

const ipv4 =
  /(?:(?<=\\0)|(?!(?<=\\)0)(?<![\d.]))(?<!\bv(?:ersion)?\s*[=:]?\s*["']?)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/giu;
const ipv6 =
  /(?:(?<=\\0)|(?!(?<=\\)0)(?<![\p{L}\p{N}:.]))(?:[\da-f]{0,4}:){2,7}(?:[\da-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;

/** Addresses that are the same on every server. */
const general = /^(?:0\.0\.0\.0|127\.\d+\.\d+\.\d+|255\.\d+\.\d+\.\d+|::|::1)$/u;

/** Whether an address says something about its server: not the loopback, not the any-address. */
export const tells = (address: string): boolean => !general.test(canonicalAddress(address) ?? '::');

/** Every address in a text as it is spelled there, those that are everywhere the same left out. */
export function addressesIn(text: string): string[] {
  const four = text.match(ipv4) ?? [];
  // "::" stands in scripts too; an address has a digit or several groups.
  const six = (text.match(ipv6) ?? []).filter((found) => /\d/u.test(found) || found.split(':').length > 4);
  return [...four, ...six].filter((found) => canonicalAddress(found) !== null && tells(found));
}

/** A security identifier of a domain or of a machine: the group is what tells which. */
export const identifierPattern = /\bS-1-5-21-(\d+-\d+-\d+)/giu;

/** A path of Windows with its drive or variable, folders with blanks included; or one of another system. */
export const pathPattern =
  /(?<![\p{L}\p{N}])(?:[a-z]:|%[a-z()\d_]+%|\\\\[\p{L}\p{N}][\p{L}\p{N}._-]*)(?:\\[^\\/:*?"'<>|\r\n]+(?=\\))*\\[^\\/:*?"'<>|\s,;()&]+|(?<=["'])[a-z]:\\[^"'<>|\r\n]+(?=["'])|(?<![\p{L}\p{N}<./])\/(?:home|root|tmp|var|work|mnt|opt|srv|media|Users)\/[^\s"'<>|:]+/giu;

/** `CN=…, O=…` and their values, a backslash before a comma that belongs to them. */
export const nameParts = /(?:^|[,+]\s*)(?:CN|O|OU|L|ST|S|STREET|E|DC|T|G|SN|SERIALNUMBER)=((?:\\.|[^\\,+])+)/giu;
