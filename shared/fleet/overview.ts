import { brief } from './brief.ts';
import { causesOf, type Fleet, type Refusal } from './fleet.ts';
import type { FleetServer, ServerState } from './server.ts';
import type { FleetView, InStates } from './view.ts';

/** More of each helps nobody on a screen; `psdoctor fleet` lists all. */
const most = { causes: 50, common: 8, repairs: 20, clocks: 10, files: 20, missing: 100 };
const longest = { value: 120, sentence: 400 };

/** What a screen tells of a whole fleet, and what it costs to send does not grow with the fleet. */
export type Overview = Omit<FleetView, 'state' | 'folder' | 'revision' | 'told' | 'newestFile'>;

export function overviewOf(fleet: Fleet): Overview {
  const { counts, servers, repairs, refused, others } = fleet;
  return {
    readAt: fleet.readAt,
    problem: fleet.problem,
    counts: { ...counts, repaired: servers.filter(({ repair }) => repair !== null).length },
    causes: causesOf(fleet)
      .slice(0, most.causes)
      .map((row) => ({
        id: brief(row.cause, longest.value),
        title: brief(row.title, longest.value),
        servers: row.servers,
      })),
    common: commonWords(fleet),
    compared: comparedStates(servers),
    repairs: repairs.slice(0, most.repairs),
    clocks: clockNotes(servers),
    expected: expectedOnScreen(fleet),
    refused: firstOf(refused),
    others: firstOf(others),
  };
}

export function expectedOnScreen({ expected }: Pick<Fleet, 'expected'>): FleetView['expected'] {
  if (expected === null) return null;
  const { names, missing } = expected;
  const first = missing
    .slice(0, most.missing)
    .map(({ server, words }) => ({ server: brief(server, longest.value), words: brief(words, longest.sentence) }));
  return { names, missing: missing.length, first };
}

const firstOf = (files: readonly Refusal[]): FleetView['refused'] =>
  files
    .slice(0, most.files)
    .map(({ file, words }) => ({ file: brief(file, longest.value), words: brief(words, longest.sentence) }));

const clockNotes = (servers: readonly FleetServer[]): FleetView['clocks'] =>
  servers
    .flatMap(({ server, clockNote }) => (clockNote === null ? [] : [{ server, words: clockNote }]))
    .slice(0, most.clocks)
    .map(({ server, words }) => ({ server: brief(server, longest.value), words: brief(words, longest.sentence) }));

/** Ties of the whole fleet and of the servers with one cause, by how many servers they speak of. */
function commonWords({ groups, ties }: Fleet): string[] {
  const tied = ties.map(({ servers, words }) => ({ servers: servers.length, words: () => words }));
  const shared = groups.flatMap(({ cause, servers, shared: all }) =>
    all.map((each) => ({
      servers: each.servers,
      words: () =>
        `${brief(cause, longest.value)}: ${each.servers} of ${servers.length} have the same ${each.what}, ${brief(each.value, longest.value)}; of the servers without this cause ${each.others} have it. ${each.suggests ?? ''}`,
    })),
  );
  const told = [...tied, ...shared].sort((a, b) => b.servers - a.servers).slice(0, most.common);
  return told.map(({ words }) => brief(words(), longest.sentence));
}

function comparedStates(servers: readonly FleetServer[]): FleetView['compared'] {
  const compared = servers.filter(({ before }) => before !== null);
  return {
    servers: compared.length,
    before: inStates(compared.map(({ before }) => before!.state)),
    now: inStates(compared.map(({ state }) => state)),
  };
}

export function inStates(states: readonly ServerState[]): InStates {
  const counts: InStates = { failing: 0, incomplete: 0, healthy: 0 };
  for (const state of states) counts[state] += 1;
  return counts;
}
