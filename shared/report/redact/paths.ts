import { agentLogMessages } from '../../parsers/agent-log/messages.ts';
import { afterEscape } from './matcher.ts';
import { beforeShare, escapedLineEnd } from './patterns.ts';
import { anyPlaceholder, type Placeholders } from './placeholders.ts';
import { plainName } from './spelling.ts';
import { stayingFolder, stayingRoot } from './vocabulary.ts';

/** A path in a text: the drive, share or variable that it begins with, and all that follows. */
export interface FoundPath {
  index: number;
  root: string;
  body: string;
  /** Whether its end is beyond doubt: it is all that stands between quotes, in an element or on a line. */
  isWhole: boolean;
}

const noName = String.raw`(?:${afterEscape}|(?<![\p{L}\p{N}]))`;
const roots = new RegExp(
  [
    String.raw`(?=[a-z]:)${noName}[a-z]:(?=\\|\/(?!\/))`,
    String.raw`(?=[%$])${noName}(?:%[a-z_][a-z()\d_]*%|\$env:\w+|\$\{env:[\w()]+\})(?=[\\/])`,
    String.raw`(?=\\)${beforeShare}\\{2,8}(?:[?.]\\{1,4}(?:UNC\\{1,4})?)?[\p{L}\p{N}][\p{L}\p{N}._$-]*(?:\{[\da-f-]+\})?(?=\\)`,
    String.raw`(?=\\)(?<![\\\p{L}\p{N}])\\{1,4}Device\\{1,4}HarddiskVolume\d+(?=\\)`,
    String.raw`(?=[fscn])${noName}(?:file|smb|cifs|nfs|s?ftp):\/\/[^\s/\\"'<>]+(?=\/)`,
    String.raw`(?=\/)(?:(?<![\p{L}\p{N}<./])|(?<=:\/\/))\/(?:home|root|tmp|var|work|mnt|opt|srv|media|Users)(?=\/)`,
  ].join('|'),
  'giu',
);

const messages = Object.values(agentLogMessages)
  .flat()
  .map((words) => words.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
  .join('|');
/** Not before another path, a column, the end of quotes in XML, or words that the product goes by. */
const goesOn = String.raw`(?![\s;,|=]["']?(?:[a-z]:[\\/]|\\\\|%\w+%[\\/]|[a-z][a-z\d+.-]{1,20}:\/\/)|\\[0nrt](?:[a-z]:|\\\\|%)|\\0(?:\\0|\\\?|\s|$)|\s\s|${escapedLineEnd}|&(?:quot|apos|lt|gt|#)|\s(?:${messages}))`;
/** A slash after a blank is an option of a command, not a folder. */
const slash = String.raw`(?<!\s)\/`;
const inBrackets = String.raw`\([^()"'<>|*?:\r\n]{0,100}\)|\[[^[\]"'<>|*?:\r\n]{0,100}\]|\{[^{}"'<>|*?:\r\n]{0,100}\}`;
const apostrophe = String.raw`'(?=\p{L})`;
const nextName = String.raw`(?![,;]\s?["']?[\p{L}\p{N}_ -]{1,40}[=:]|[\s&][\p{L}\p{N}_]{1,40}=)`;

/** What follows a root between quotes; where it is a value; and in a sentence, where a blank ends the last name. */
const bodies = {
  quoted: new RegExp(String.raw`(?:${goesOn}[^"<>|*?:\r\n])+`, 'iuy'),
  value: new RegExp(
    String.raw`(?:${goesOn}${nextName}(?:${inBrackets}|[^"'<>|*?:\r\n)\]}/]|${apostrophe}|${slash}))+`,
    'iuy',
  ),
  sentence: new RegExp(
    String.raw`(?:(?:\\{1,4}|${slash})(?:${goesOn}${nextName}(?:[^"'<>|*?:\r\n\\/]|${apostrophe}))+(?=\\|${slash}))*(?:\\{1,4}|\/)(?:${inBrackets}|[^"'<>|*?:\s,;&=()\]}\\/]|${apostrophe})+`,
    'iuy',
  ),
};
/** Words that go on as names do; a pattern that heeds the case. */
const furtherWords = new RegExp(
  String.raw`(?:${goesOn}${nextName} (?:[&+–-] )?[\p{Lu}\p{N}(](?:[^"'<>|*?:\s,;=()\]}\\/]|${apostrophe}|\))*)+`,
  'uy',
);

/** The rest of the name of a file, as its ending shows. */
const restOfFile = new RegExp(
  String.raw`(?:${goesOn} [^"'<>|*?:\s,;=()\]}\\/]+){0,2}?${goesOn} [^"'<>|*?:\s,;=()\]}\\/]*\.[a-z][a-z\d]{1,4}(?![\p{L}\p{N}])`,
  'iuy',
);

/** Where what follows belongs to the path up to the end of the value. */
const beginsValue = /(?:^|[\n\r\t"'=:;,|([{<>]|\s\s)\s?$|\/\/$|\\$/u;

/** Every path in a text, from left to right. */
export function* pathsIn(text: string): Generator<FoundPath> {
  let end = 0;
  for (const { 0: root, index } of text.matchAll(roots)) {
    if (index < end) continue;
    const before = text.slice(Math.max(0, index - 3), index);
    const place = before.endsWith('"') ? 'quoted' : beginsValue.test(before) ? 'value' : 'sentence';
    const found = bodyAt(text, index + root.length, place);
    const body = found.replace(/[\s.,;\\/]+$/u, '');
    if (body === '') continue;
    end = index + root.length + body.length;
    const isWhole = place !== 'sentence' && /^[\\/]{0,2}(?:["'<\r\n]|$)/u.test(text.slice(end, end + 3));
    yield { index, root, body, isWhole };
  }
}

function bodyAt(text: string, at: number, place: keyof typeof bodies): string {
  const match = (pattern: RegExp, from: number): string => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.[0] ?? '';
  };
  const body = match(bodies[place], at);
  if (place === 'sentence' && body !== '') {
    const named = body + match(furtherWords, at + body.length);
    return /\.[a-z\d]{1,5}$/iu.test(named) ? named : named + match(restOfFile, at + named.length);
  }
  // Where each backslash is written twice, a single one is an escape, such as that of a line end.
  return body.replace(/^(\\{2,}.*?[^\\])\\(?!\\).*$/su, '$1');
}

/** A text with its paths replaced: folders of Windows and of the agent stay, of any other the names that are the same everywhere. */
export function redactPaths(text: string, placeholders: Placeholders): string {
  let changed = '';
  let end = 0;
  for (const { index, root, body } of pathsIn(text)) {
    changed += text.slice(end, index) + redactPath(root, body, placeholders);
    end = index + root.length + body.length;
  }
  return changed + text.slice(end);
}

/** Whether a path is the same on every server. */
const stays = (path: string): boolean => {
  const plain = path.replace(/[\\/]+/gu, '\\');
  return stayingRoot.test(plain) && !/\\\.\.(?:\\|$)/u.test(plain);
};

function redactPath(root: string, body: string, placeholders: Placeholders): string {
  if (stays(root + body)) return root + body;
  if (root.startsWith('/')) return `/${placeholders.path(root + body)}`;
  const names = body.split(/([\\/]+)/u);
  return root + names.map((name) => (isGeneral(name) ? name : placeholders.path(plainName(name)))).join('');
}

/** The names in a path that a sentence could not be told to end after: they are looked for wherever they stand. */
export const namesOfWords = ({ root, body, isWhole }: FoundPath): string[] =>
  !isWhole || stays(root + body) || root.startsWith('/')
    ? []
    : body
        .split(/[\\/]+/u)
        .map(plainName)
        .filter((name) => !isGeneral(name) && /[^\p{L}\p{N}._-]/u.test(name));

/** A name that is the same on every server, or in which nothing but placeholders is left. */
function isGeneral(name: string): boolean {
  if (stayingFolder.test(name) || /^[\\/]*$/u.test(name)) return true;
  const rest = name.replace(anyPlaceholder, '');
  return rest !== name && !/\p{L}/u.test(rest.replace(/\.invalid(?![a-z\d])/gu, '').replace(/\.[a-z\d]{1,8}$/iu, ''));
}
