import { oneLine } from '../report/visible.ts';
import { utc } from '../report/time.ts';
import type { Fleet } from './fleet.ts';
import type { FleetServer } from './server.ts';
import { tally, type Counted } from './tally.ts';

/** How much of a long list is for reading; the rest is in --json, --csv and --html. */
const mostServers = 60;
const mostRefused = 12;

/** A fleet for reading: how many suffer from what, what they have in common, each server, and what could not be read. */
export function fleetText(fleet: Fleet): string {
  const { counts, problem, groups, ties } = fleet;
  const lines = [
    `Package Server Doctor ${fleet.product.version} | ${oneLine(fleet.folder)} | read ${utc(fleet.readAt)}`,
    '',
    `${counts.servers} ${counts.servers === 1 ? 'server' : 'servers'}: ${counts.failing} failing, ${counts.incomplete} incomplete, ${counts.healthy} healthy. ` +
      `${counts.files} files: ${counts.superseded} older results, ${counts.refused} not read.`,
    ...(problem === null ? [] : [problem]),
    ...section(
      'Causes',
      fleet.byCause.map(({ cause, servers, confirmed, likely, possible }) => {
        const how = Object.entries({ confirmed, likely, possible }).filter(([, many]) => many > 0);
        return `${number(servers)}  ${cause.padEnd(24)}${how.map(([name, many]) => `${many} ${name}`).join(', ')}`;
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
    ...section('Servers', serverLines(fleet.servers)),
    ...section('Not read', refusedLines(fleet)),
  ];
  return `${lines.join('\n')}\n`;
}

const number = (value: number): string => String(value).padStart(7);
const counted = (values: readonly Counted[]): string[] =>
  values.map(({ value, servers }) => `${number(servers)}  ${oneLine(value, 90)}`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines];

const worstFirst: readonly FleetServer['state'][] = ['failing', 'incomplete', 'healthy'];

function serverLines(servers: readonly FleetServer[]): string[] {
  const sorted = servers.toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  const shown = sorted.slice(0, mostServers);
  const width = Math.max(0, ...shown.map(({ server }) => Math.min(40, server.length)));
  const lines = shown.map(({ server, state, causes, before, repair, clockNote }) => {
    const was = before === null ? '' : `, before: ${before.causes.map(({ id }) => id).join(' ')}`;
    const done = repair === null ? '' : `, ${repair.repair}: ${repair.outcome}`;
    const clock = clockNote === null ? '' : `\n    ${clockNote}`;
    return `  ${oneLine(server, 40).padEnd(width)}  ${state.padEnd(10)}  ${causes.map(({ id }) => id).join(' ')}${was}${done}${clock}`;
  });
  const more = sorted.length - shown.length;
  return more > 0 ? [...lines, `  and ${more} more: --csv, --html and --json list all`] : lines;
}

function refusedLines({ refused }: Fleet): string[] {
  if (refused.length === 0) return [];
  const reasons = tally(refused.map(({ reason }) => reason)).map(({ value, servers }) => `${servers} ${value}`);
  const shown = refused
    .slice(0, mostRefused)
    .map(({ file, words }) => `  ${oneLine(file, 60)}: ${oneLine(words, 200)}`);
  const more = refused.length - shown.length;
  return [`  ${reasons.join(', ')}`, ...shown, ...(more > 0 ? [`  and ${more} more: --json lists all`] : [])];
}
