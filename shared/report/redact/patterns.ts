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
  // Bindings of IIS, wherever they stand.
  /\bbindingInformation\s*=\s*\\?["'](?:(?:\[[^\]"']*\]|[^:"']*):\d{1,5}:)?([\p{L}\p{N}._-]+)\\?["']/giu,
  // `Hostname:port : name:443`, in any language.
  /^[ \t]*\p{L}[^:\r\n]{0,40}:\p{L}[^:\r\n]{0,40}[ \t]:[ \t]+([\p{L}\p{N}][\p{L}\p{N}._-]*):\d{1,5}[ \t]*\r?$/gmu,
  /\(HOST\s*=\s*([\p{L}\p{N}._-]+)/giu,
  /\{HTTP_HOST\}["']\s+pattern=["'][\^(]*((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+)/giu,
];

/** What a page may use, in a header of HTTP; and the hosts in it, or the domains below a wildcard. */
export const hostLists = /\b(?:[a-z]{3,12}-src|frame-ancestors|form-action)[ \t]([^;"<>\r\n]+)/giu;

export const listedHost = /(?<=^|[\s/])(\*\.)?((?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+)(?=[:/\s]|$)/gu;

const codeFile =
  /\.(?:log|txt|xml|config|dll|exe|cs|vb|cpp|cc|c|h|hpp|js|mjs|jsx|ts|tsx|json|ps1|psm1|psd1|java|py|php|rb|go|rs|ini|inf|sys|etl|evtx|csv|zip|cab|msi|reg|bat|cmd|vbs|mof|md|pdb|htm|html|asp|aspx|ashx|asmx|cshtml|svc|sql|resx)$/iu;
const ownType = /^(?:altiris|symantec|broadcom|microsoft)\./iu;
/** Whether a name with dots that a number follows after a colon is a host with its port: no line in a file. */
export const isBeforePort = (name: string): boolean =>
  /\.\p{L}{2,}$/u.test(name) && !codeFile.test(name) && !ownType.test(name);

/** A security identifier of a domain, of a machine or of Entra ID: the group is what tells which. */
export const identifierPattern = /\bS-1-(?:5-21-(\d+-\d+-\d+)|12-1-(\d+-\d+-\d+-\d+))/giu;

const attribute = '(?:CN|OU?|L|ST?|STREET|E|DC|T|G|SN|SERIALNUMBER)';
const partValue = String.raw`(?:"[^"\r\n]*"|(?:\\.|[^\\,+;"<>|=\]\r\n])+)`;
/** The name of somebody in a directory or in a certificate, of two parts at least. */
export const distinguishedName = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(?:CN|cn|OU|ou|DC|dc|O|E)=${partValue}(?:[,+;] ?(?:${attribute}|cn|ou|dc|o|C)=${partValue})+`,
  'gu',
);

/** `CN=…, O=…`: each attribute with its value, a backslash before a comma that belongs to it, or quotes around it. */
export const nameParts = new RegExp(String.raw`(?:^|[,+;]\s*)(${attribute})=("[^"]*"|(?:\\.|[^\\,+])+)`, 'giu');
