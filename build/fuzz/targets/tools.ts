import { parseAppcmdPools } from '../../../shared/parsers/appcmd-pools.ts';
import { parseAppcmdSites } from '../../../shared/parsers/appcmd-sites.ts';
import { parseDismFeatures } from '../../../shared/parsers/dism-features.ts';
import { parseNetstat } from '../../../shared/parsers/netstat.ts';
import type { Parsed } from '../../../shared/parsers/parsed.ts';
import { parseScDependents, parseScStartMode } from '../../../shared/parsers/sc-config.ts';
import { parseScQueryEx } from '../../../shared/parsers/sc-queryex.ts';
import { parseScriptSections } from '../../../shared/parsers/script-sections.ts';
import { parseSystemEvents } from '../../../shared/parsers/system-events.ts';
import { parseTasklist } from '../../../shared/parsers/tasklist.ts';
import { parseWhoamiGroups } from '../../../shared/parsers/whoami-groups.ts';
import { endsWithinLine, must, mustStandIn, textOf, type Case } from '../target.ts';

/** What is read must stand in the text. */
function quoting<T>(read: (text: string) => Parsed<T>, wordsOf: (value: T) => (string | number | null)[]) {
  return (input: Case): void => {
    const text = textOf(input.bytes);
    const answer = read(text);
    if (answer.ok) mustStandIn(text, wordsOf(answer.value));
  };
}

/** XML that lost its end is none. */
function whole<T>(read: (text: string) => Parsed<T>) {
  return (input: Case): void => {
    const [text, original] = [textOf(input.bytes), textOf(input.original)];
    const lost = input.cut && text.trimEnd().length < original.trimEnd().length;
    must(!read(text).ok || !lost, 'a document that is cut off was read');
  };
}

export const checkAppcmdSites = whole(parseAppcmdSites);
export const checkAppcmdPools = whole(parseAppcmdPools);
export const checkEvents = whole(parseSystemEvents);
export const checkDism = quoting(parseDismFeatures, (features) => features.flatMap(({ name, state }) => [name, state]));
export const checkTasklist = quoting(parseTasklist, (processes) => [...processes.keys()]);
export const checkScQueryEx = quoting(parseScQueryEx, ({ name }) => [name]);
export const checkScStartMode = quoting(parseScStartMode, () => []);
export const checkScDependents = quoting(parseScDependents, (names) => names);

export function checkNetstat(input: Case): void {
  const text = textOf(input.bytes);
  const sockets = parseNetstat(text);
  if (!sockets.ok) return;
  must(!endsWithinLine(input), 'a text that breaks off within a line was read');
  for (const { port } of sockets.value)
    must(text.includes(`:${port}`) || text.includes(`:0`), `nothing listens on ${port}`);
}

export function checkWhoami(input: Case): void {
  const text = textOf(input.bytes);
  const rights = parseWhoamiGroups(text);
  if (!rights.ok || !rights.value.elevated) return;
  mustStandIn(text, ['S-1-5-32-544']);
  must(/S-1-16-(?:12288|16384)/u.test(text), 'elevated without a high integrity level');
}

export function checkSections(input: Case): void {
  const sections = parseScriptSections(textOf(input.bytes));
  const original = parseScriptSections(textOf(input.original));
  for (const [name, section] of sections) {
    if (!section.ok || !input.cut) continue;
    must(JSON.stringify(section) === JSON.stringify(original.get(name)), `a cut text has another section ${name}`);
  }
}
