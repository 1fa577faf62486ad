import fc from 'fast-check';

/** Everything of one server that must not be seen again. */
export interface Originals {
  host: string;
  domain: string;
  ending: string;
  user: string;
  first: string;
  last: string;
  folder: string;
  project: [string, string];
  file: string;
  ipv4: string;
  ipv6: string;
  password: string;
}

/** Long enough that no other word has it in it, and with no word of the product's. */
const word = fc.stringMatching(/^[bdfgkmpvz][aeiou][bdfgkmpvz][aeiou][bdfgkmpvz]{2}[aeiou]{2}[bdfgkmpvz]$/u);
const titled = word.map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const octet = fc.integer({ min: 20, max: 250 });
const group = fc.stringMatching(/^[1-9a-f][\da-f]{3}$/u);
export const originals: fc.Arbitrary<Originals> = fc.record({
  host: word,
  domain: word,
  ending: fc.constantFrom('example', 'local', 'contoso', 'corp'),
  user: fc.oneof(
    word,
    fc.tuple(word, word).map((parts) => parts.join('.')),
    word.map((text) => `svc-${text}`),
  ),
  first: titled,
  last: fc.oneof(
    titled,
    titled.map((text) => `${text}-Größe`),
  ),
  folder: fc.oneof(
    word,
    titled,
    titled.map((text) => `${text}ß`),
  ),
  project: fc.tuple(
    titled,
    fc.oneof(
      titled,
      titled.map((text) => `(${text})`),
      titled.map((text) => `& ${text}`),
      titled.map((text) => `O'${text}`),
    ),
  ),
  file: word,
  ipv4: fc.tuple(fc.constant(10), octet, octet, octet).map((parts) => parts.join('.')),
  ipv6: fc.tuple(group, group, group, group).map((parts) => `2a02:${parts.join(':')}::7`),
  password: word.map((text) => `${text}!9`),
});

const esc = (text: string) => JSON.stringify(text).slice(1, -1);
const xml = (text: string) => text.replaceAll('&', '&amp;');
const path = ({ folder, project }: Originals, sign = '\\') => ['D:', folder, project.join(' ')].join(sign);
const share = ({ host, folder, project }: Originals) => `\\\\${[host, folder, project.join(' ')].join('\\')}`;
const named = ({ domain, first, last }: Originals) => `${domain.toUpperCase()}\\${first} ${last}`;
const account = ({ domain, user }: Originals) => `${domain.toUpperCase()}\\${user}`;
const hexGroups = (ipv4: string) => {
  const [a = 0, b = 0, c = 0, d = 0] = ipv4.split('.').map(Number);
  const two = (high: number, low: number) => ((high << 8) | low).toString(16).padStart(4, '0');
  return `::ffff:${two(a, b)}:${two(c, d)}`;
};

/** What is said of a value, in each of the places where it can stand. */
export const contexts: Record<string, (o: Originals) => string> = {
  attribute: (o) =>
    `<virtualDirectory path="/" physicalPath="${xml(path(o))}" userName="${named(o)}" password="${o.password}" />`,
  'attribute in single quotes': (o) =>
    `<x physicalPath='${xml(path({ ...o, project: [o.project[0], 'x'] }))}' userName='${account(o)}'/>`,
  element: (o) => `<Path>${xml(path(o))}</Path><User>${named(o)}</User><Data Name='SubjectUserName'>${o.user}</Data>`,
  'json line': (o) =>
    JSON.stringify({ physicalPath: path(o), userName: named(o), share: share(o), list: [account(o)], pwd: o.password }),
  'json in a line': (o) =>
    `2026-01-31 got ${JSON.stringify({ physicalPath: path(o), LogonUser: named(o), share: share(o) })}`,
  'json over lines': (o) => JSON.stringify({ path: path(o), ObjectName: account(o), share: share(o) }, null, 2),
  'reg query': (o) =>
    `    InstallDir    REG_SZ    ${path(o)}\r\n    ObjectName    REG_SZ    ${named(o)}\r\n    Share    REG_EXPAND_SZ    ${share(o)}`,
  'reg export': (o) =>
    `"InstallDir"="${esc(path(o))}"\r\n"ObjectName"="${esc(named(o))}"\r\n"Share"="${esc(share(o))}"`,
  'line whose value is the path': (o) =>
    `Physical Path : ${path(o)}\r\nLog path=${path(o)}\r\nShare: ${share(o)}\r\n${path(o)}`,
  'quoted in a sentence': (o) =>
    `Cannot open "${path(o)}" on '${share({ ...o, project: [o.project[0], 'x'] })}', file "${path(o)}\\${o.file}.log".`,
  sentence: (o) =>
    `Cannot open ${path({ ...o, project: [o.project[0], 'x'] })}\\${o.file}.log or ${share({ ...o, project: [o.project[0], 'x'] })}\\a`,
  slashes: (o) => `log: ${path(o, '/')}\r\n"${path(o, '/')}/${o.file}.txt"`,
  'file url': (o) =>
    `file:///${encodeURI(path(o, '/'))} and file://${o.host}/${o.folder}/${encodeURIComponent(o.project.join(' '))}`,
  'device path': (o) =>
    `"\\\\?\\${path(o)}" "\\\\?\\UNC\\${o.host}\\${o.folder}\\${o.project.join(' ')}" \\Device\\HarddiskVolume3\\${o.folder}\\x`,
  'list of paths': (o) => `Path=C:\\Windows;${path(o)};C:\\Windows\\System32;${share(o)}`,
  'multi string': (o) =>
    `PendingFileRenameOperations    REG_MULTI_SZ    \\??\\${path(o)}\\0\\0\\??\\${path(o)}\\${o.file}.dll`,
  'command line': (o) => `"C:\\Windows\\System32\\x.exe" -k ${path(o)}\\${o.file}.exe /q`,
  'account with a dns domain': (o) =>
    `Logon of ${o.domain}.${o.ending}\\${o.user} and ${o.domain}.${o.ending}\\${o.first} ${o.last}`,
  'account with a slash': (o) => `Logon of ${o.domain.toUpperCase()}/${o.user}.`,
  'account in a query': (o) => `GET /x?user=${encodeURIComponent(account(o))}&name=${encodeURIComponent(named(o))} 200`,
  upn: (o) => `Logon of ${o.user}@${o.domain} and ${o.user}@${o.domain}.${o.ending}.`,
  account: (o) => `Logon of ${account(o)} (${named(o)}).`,
  whoami: (o) => `"${named(o)}","User","S-1-5-21-1-2-3-1105",""`,
  service: (o) => `        SERVICE_START_NAME : ${named(o)}`,
  urls: (o) =>
    `smb://${o.host}/a ldap://${o.host}:389/DC=${o.domain},DC=${o.ending} net.tcp://${o.host} https://${o.user}:${o.password}@${o.host}/`,
  'connection string': (o) =>
    `Server=${o.host};Database=x;User ID=${o.user};Password=${o.password} Data Source=${o.host}\\INST,1433;UID=${o.first} ${o.last};`,
  'connection setting': (o) => `<add key="Server" value="${o.host}" /><add key="DbUser" value="x" />`,
  addresses: (o) =>
    `::ffff:${o.ipv4} [::ffff:${o.ipv4}]:443 ${hexGroups(o.ipv4)} [${hexGroups(o.ipv4).toUpperCase()}]:80 ${o.ipv4}:443 [${o.ipv6}]:443 ::FFFF:${o.ipv4}:80`,
  'directory name': (o) => `CN=${o.first} ${o.last},OU=${o.folder},DC=${o.domain},DC=${o.ending}`,
  'escaped line ends': (o) => String.raw`"a\n${o.host}\r\n${o.domain.toUpperCase()}\\${o.user}\n${esc(path(o))}"`,
};

/** Words of the values, as they must not be left anywhere. */
export const wordsOf = (o: Originals, text: string): string[] =>
  [o.host, o.domain, o.user, o.first, o.last, o.folder, ...o.project, o.file, o.ipv4, o.ipv6, o.password]
    .flatMap((value) => value.split(/[^\p{L}\p{N}.:]+/u))
    .filter((value) => value.length > 4 && text.toLowerCase().includes(value.toLowerCase()));
