/** `reg query` writes the values of a REG_MULTI_SZ with a backslash and a nought between them. */
export const afterNul = String.raw`(?<=\\0)`;

/** Where a share can begin: not within other backslashes; after the escape of a line end each of its own is written twice. */
export const beforeShare = String.raw`(?:${afterNul}|(?<=\\[nrt])(?=\\{4})|(?<![\\\p{L}\p{N}:]))`;
/** The end of a line within a text that is written with the escapes of JSON. */
export const escapedLineEnd = String.raw`\\r\\n|\\n(?=\s|$)`;

const label = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?`;

/** Names with dots in them: hosts, but also files and much else. */
export const dottedName = new RegExp(
  String.raw`(?:${afterNul}|(?!(?<=\\)0)(?<![\p{L}\p{N}.@_-]))(?:${label}\.)+${label}(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`,
  'giu',
);

/** Hosts because of the place they stand in. */
export const hostPatterns: readonly RegExp[] = [
  /\b[a-z][a-z\d+.-]{1,20}:\/\/(?:[^\s/@"'<>]*@)?([^\s/:"'<>()[\]{},;|*+?#%\\]+)/giu,
  // \\server\share, twice as many in reg export and JSON; the name alone where it can be nothing else.
  new RegExp(
    String.raw`(?=\\)${beforeShare}(?:\\\\){1,4}(?:[?.]\\{1,4}UNC\\{1,4})?([\p{L}\p{N}][\p{L}\p{N}._-]*)(?=\\)`,
    'giu',
  ),
  /(?<![\\\p{L}\p{N}:])\\\\([\p{L}\p{N}][\p{L}\p{N}._-]{2,})(?=[\s"'<;,]|$)/gmu,
  /\\Altiris Agent\\{1,4}Servers\\{1,4}([\p{L}\p{N}._-]+)/giu,
  /(?<![\p{L}\p{N}])(?:HOST|CIFS|TERMSRV|MSSQLSvc|WSMAN|RestrictedKrbHost)\/([\p{L}\p{N}][\p{L}\p{N}._-]+)/gu,
  /@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+)/gu,
];

/** A security identifier of a domain or of a machine: the group is what tells which. */
export const identifierPattern = /\bS-1-5-21-(\d+-\d+-\d+)/giu;

const attribute = '(?:CN|OU?|L|ST?|STREET|E|DC|T|G|SN|SERIALNUMBER)';
const partValue = String.raw`(?:"[^"\r\n]*"|(?:\\.|[^\\,+;"<>|=\]\r\n])+)`;
/** The name of somebody in a directory or in a certificate, of two parts at least. */
export const distinguishedName = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:CN|cn|OU|ou|DC|dc|O|E)=${partValue}(?:[,+;] ?(?:${attribute}|cn|ou|dc|o|C)=${partValue})+`,
  'gu',
);

/** `CN=…, O=…`: each attribute with its value, a backslash before a comma that belongs to it, or quotes around it. */
export const nameParts = new RegExp(String.raw`(?:^|[,+;]\s*)(${attribute})=("[^"]*"|(?:\\.|[^\\,+])+)`, 'giu');
