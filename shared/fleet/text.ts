import { ageWords } from './age.ts';
import { oneLine } from '../report/visible.ts';
import { utc } from '../report/time.ts';
import { causesOf, failingWith, type Fleet, type Refusal } from './fleet.ts';
import { worstFirst } from './order.ts';
import type { FleetServer } from './server.ts';
import { tally, type Counted } from './tally.ts';
import { missingWords, oldWords, besideWords, olderOf } from './words.ts';

/** How much of a long list is for reading; the rest is in --json, --csv and --html. */
const mostServers = 60;
const mostRefused = 12;
/** Two names never look the same for what was cut off: more than a name in DNS or a path has. */
const longestName = 5000;
/** A longer one moves its own line alone. */
const widestColumn = 60;

/** A fleet for reading: how many suffer from what, what they have in common, each server, and what could not be read. */
export function fleetText(fleet: Fleet): string {
  const { counts, groups, ties } = fleet;
  const lines = [
    `Package Server Doctor ${fleet.product.version} | ${oneLine(fleet.folder)} | read ${utc(fleet.readAt)}`,
    '',
    `${counts.servers} ${counts.servers === 1 ? 'server' : 'servers'}: ${counts.failing} failing, ${counts.incomplete} incomplete, ${counts.healthy} healthy. ` +
      `${counts.files} files: ${olderOf(counts)} older results, ${counts.refused} not read${besideWords(counts)}.`,
    ...notes(fleet),
    ...section('Without a result', missingLines(fleet)),
    ...section('Not read', refusedLines(fleet)),
    ...section(
      'Causes',
      causesOf(fleet).map(({ cause, servers, confirmed, likely, possible }) => {
        const how = Object.entries({ confirmed, likely, possible }).filter(([, many]) => many > 0);
        const failing = failingWith(fleet, cause);
        const sound = failing === servers ? '' : `; ${failing} of them failing`;
        return `${number(servers)}  ${cause.padEnd(24)}${how.map(([name, many]) => `${many} ${name}`).join(', ')}${sound}`;
      }),
    ),
    ...section(
      'What they have in common',
      [
        ...groups.flatMap(({ cause, servers, shared }) =>
          shared.map(
            (each) =>
              `${cause}: ${each.servers} of ${servers.length} have the same ${each.what}: ${oneLine(each.value, 120)} (others: ${each.others}). ${each.suggests ?? ''}`,
          ),
        ),
        ...ties.map(({ words }) => oneLine(words)),
      ].map((line) => `  ${line}`),
    ),
    ...section(
      'Failing checks',
      fleet.byFinding.filter(({ fail }) => fail > 0).map(({ finding, fail }) => `${number(fail)}  ${finding}`),
    ),
    ...section('Certificates end', counted(fleet.byExpiry)),
    ...section('Owner of the record', counted(fleet.byOwner)),
    ...section('Version of the agent', counted(fleet.byVersion.agent)),
    ...section('Build of Windows', counted(fleet.byVersion.windows)),
    ...section('Version of this product', counted(fleet.byVersion.product)),
    ...section(
      'Repairs',
      fleet.repairs.map(({ repair, outcome, servers }) => `${number(servers)}  ${repair}: ${outcome}`),
    ),
    ...section('Servers, and when each was diagnosed (UTC)', serverLines(fleet.servers)),
    ...section('No results, and none missed', fileLines(fleet.others)),
  ];
  return `${lines.join('\n')}\n`;
}

const number = (value: number): string => String(value).padStart(7);
const counted = (values: readonly Counted[]): string[] =>
  values.map(({ value, servers }) => `${number(servers)}  ${oneLine(value, 90)}`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

function serverLines(servers: readonly FleetServer[]): string[] {
  const sorted = worstFirst(servers);
  const shown = sorted.slice(0, mostServers);
  const width = Math.max(0, ...shown.map(({ server }) => Math.min(widestColumn, server.length)));
  const lines = shown.map((row) => {
    const { server, state, causes, before, repair, clock, clockNote } = row;
    const was = before === null ? '' : `, before: ${before.causes.map(({ id }) => id).join(' ') || before.state}`;
    const done = repair === null ? '' : `, ${repair.repair}: ${repair.outcome}`;
    const age = daysBehindWords(row);
    const note = clockNote === null ? '' : `\n    ${clockNote}`;
    const at = `${minute(row.placedAt)}${clock === 'file' ? '*' : ' '}`;
    return `  ${oneLine(server, longestName).padEnd(width)}  ${state.padEnd(10)}  ${at}  ${causes.map(({ id }) => id).join(' ')}${was}${done}${age}${note}`;
  });
  const more = sorted.length - shown.length;
  return more > 0 ? [...lines, `  and ${more} more: --csv, --html and --json list all`] : lines;
}

function refusedLines({ refused }: Fleet): string[] {
  if (refused.length === 0) return [];
  const reasons = tally(refused.map(({ reason }) => reason)).map(({ value, servers }) => `${servers} ${value}`);
  return [`  ${reasons.join(', ')}`, ...fileLines(refused)];
}

const fileLines = (files: readonly Refusal[]): string[] =>
  shortened(
    files.map(({ file, words }) => `  ${oneLine(file, longestName)}: ${oneLine(words, 200)}`),
    mostRefused,
  );

const missingLines = ({ expected }: Fleet): string[] =>
  shortened(
    (expected?.missing ?? []).map(({ server, words }) => `  ${oneLine(server, longestName)}: ${oneLine(words, 200)}`),
    mostServers,
  );

function shortened(lines: readonly string[], most: number): string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `  and ${more} more: --json lists all`] : [...lines];
}

/** What a reader has to know before they trust the numbers. */
function notes({ problem, counts, expected, servers }: Fleet): string[] {
  const guessed = servers.some(({ clock }) => clock === 'file');
  const star = guessed ? '* by the time of the file, for the clock of the server is wrong.' : null;
  return [problem, missingWords(expected), oldWords(counts.old), star].filter((words) => words !== null);
}

const daysBehindWords = (row: FleetServer): string => {
  const words = ageWords(row);
  return words === null ? '' : ` [${words}]`;
};

/** `2026-03-01 10:00`, in UTC. */
const minute = (iso: string): string => iso.slice(0, 16).replace('T', ' ');
