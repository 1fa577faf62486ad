import type { FactValue } from '../../model/facts.ts';
import { parsed, type Parsed } from '../parsed.ts';
import { asAsciiBased } from './as-ascii-based.ts';
import { timesInOrder } from './event-times.ts';
import { readEvents } from './events.ts';
import { createExcerptReader, mostOfEach } from './excerpt.ts';
import { linesLeftOut } from './excerpt-marks.ts';
import { agentLogMessages, type AgentLogMessage } from './messages.ts';

type AgentLog = FactValue<'agentLog'>;
type Match = AgentLog['matches'][number];

/** What one file of the log tells; `features` are of its newest line that names missing role services. */
export type AgentLogFile = Omit<AgentLog, 'files' | 'missingFeatures'> & { features: string[] };

const longestText = 500;
const mostFeatures = 50;
const messages = Object.entries(agentLogMessages) as [AgentLogMessage, readonly string[]][];
const [featuresNeedle] = agentLogMessages.roleServicesMissing;

/** `.NET Extensibility 3.5, ASP.NET 3.5.` as a list. */
function featuresIn(text: string): string[] {
  const at = text.toLowerCase().indexOf(featuresNeedle.toLowerCase());
  const [line = ''] = text.slice(at + featuresNeedle.length).split(/[\r\n]/u, 1);
  const names = line.replace(/\.\s*$/u, '').split(',');
  return names.flatMap((name) => name.trim() || []).slice(0, mostFeatures);
}

/** Strict UTF-8, else the ANSI page of Western Windows: the texts that are looked for are ASCII in every page. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const lineFeedsIn = (text: string): number => text.split('\n').length - 1 + linesLeftOut(text);

/** The known messages in a text and where each begins, in their order. */
function messagesIn(text: string): { message: AgentLogMessage; at: number }[] {
  const lower = text.toLowerCase();
  const found = messages.flatMap(([message, needles]) => {
    const places = needles.map((needle) => lower.indexOf(needle.toLowerCase())).filter((at) => at >= 0);
    return places.length === 0 ? [] : [{ message, at: Math.min(...places) }];
  });
  return found.toSorted((a, b) => a.at - b.at);
}

/** The newest of each message, in their order. */
function newestOfEach(matches: readonly Match[]): Match[] {
  const seen = new Map<string, number>();
  return matches
    .toReversed()
    .filter(({ message }) => {
      const count = (seen.get(message) ?? 0) + 1;
      seen.set(message, count);
      return count <= mostOfEach;
    })
    .toReversed();
}

function readExcerpt(text: string, file: string, modified: string): AgentLogFile {
  const matches: Match[] = [];
  const times: string[] = [];
  let features: string[] = [];
  let counted = 0;
  let line = 1;
  const events = [...readEvents(text)];
  const eventTimes = timesInOrder(
    events.map(({ date }) => date),
    modified,
  );
  for (const [index, event] of events.entries()) {
    const { at: time, told } = eventTimes[index]!;
    if (told) times.push(time);
    for (const { message, at } of messagesIn(event.text)) {
      const place = event.at + at;
      line += lineFeedsIn(text.slice(counted, place));
      counted = place;
      const shown = at > longestText - 100 ? event.text.slice(at - 100) : event.text;
      const said = { at: time, severity: event.severity, file, line, text: shown.slice(0, longestText) };
      matches.push({ message, ...said });
      if (message === 'roleServicesMissing') features = featuresIn(event.text);
    }
  }
  return { from: times[0] ?? null, to: times.at(-1) ?? null, matches: newestOfEach(matches), features };
}

/**
 * Reads one file of the agent's log chunk by chunk, whatever its size and
 * encoding: known messages with their times, severities and lines (from 1), and
 * the role services that the agent says are missing. Text that is no log gives
 * no matches.
 *
 * @param file its name, for the matches
 * @param modified when it was last written, ISO-8601 UTC: it tells the year
 */
export function createAgentLogParser(
  file: string,
  modified: string,
): { write(chunk: Uint8Array): void; close(): Parsed<AgentLogFile> } {
  const excerpt = createExcerptReader();
  const input = asAsciiBased((chunk) => excerpt.write(chunk));
  return {
    write: (chunk) => input.write(chunk),
    close() {
      input.end();
      return parsed(readExcerpt(decode(excerpt.end()), file, modified));
    },
  };
}

/**
 * The files of one log as one, in the order of their times: roll-overs do not
 * tell it by their names. Within a file the order of its lines stays.
 */
export function joinAgentLogs(files: readonly AgentLogFile[]): AgentLog {
  const inOrder = files.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
  const matches = newestOfEach(inOrder.flatMap((file) => file.matches).toSorted((a, b) => a.at.localeCompare(b.at)));
  const times = (edge: 'from' | 'to'): string[] => inOrder.flatMap((file) => file[edge] ?? []).toSorted();
  const named = inOrder.flatMap(({ matches: own, features }) => {
    const newest = own.findLast(({ message }) => message === 'roleServicesMissing');
    return newest === undefined ? [] : [{ at: newest.at, features }];
  });
  const newest = named.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return {
    files: files.length,
    from: times('from')[0] ?? null,
    to: times('to').at(-1) ?? null,
    matches,
    missingFeatures: newest?.features ?? [],
  };
}
