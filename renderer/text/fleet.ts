import type { FleetRow, FleetSort, FleetView, FleetWish, InStates, ServerRow } from '../../shared/fleet/view.ts';
import { daysSinceEnd } from '../../shared/fleet/expiry.ts';
import { besideWords, olderOf } from '../../shared/fleet/words.ts';
import type { RepairOutcome } from '../../shared/model/repair.ts';
import { outcomeWords, repairTitles } from '../../shared/report/words.ts';
import { counted } from './common.ts';
import { clockTime, count, dateTime } from './format.ts';

export const fleetWords = {
  title: 'Many servers',
  rail: 'Many servers',
  open: 'Open a folder of results …',
  openHelp:
    'Results of many servers, as psdoctor leaves them: one list says which have which cause, what they share, and which are repaired.',
  openAnother: 'Open another folder …',
  again: 'Look again',
  close: 'Close the folder',
  counts: ({ counts }: FleetView) =>
    `${servers(counts.servers)}: ${inStates(counts)}. ${files(counts.files)}: ${count(olderOf(counts))} older, ${count(counts.refused)} not read${besideWords(counts)}.`,
  reading: 'Reading the folder …',
  soFar: (many: number) => `${files(many)} so far`,
  watched: (newest: string | null) =>
    newest === null ? 'The folder is watched.' : `The folder is watched. Newest file: ${dateTime(newest)}.`,
  untold: 'The system tells of no changes here: the folder is looked through now and then.',
  awaySince: (at: string) => `This is how it was at ${clockTime(at)}.`,
  empty: 'No result lies in this folder yet. Leave it open: what arrives is shown.',
  none: 'No server matches. Clear the search or show all.',
  table: 'Servers',
  found: (some: number, all: number) => (some === all ? servers(all) : `${count(some)} of ${servers(all)}`),
  show: 'Which servers',
  layout: 'How they are listed',
  list: 'One list',
  byCause: 'By cause',
  search: 'Search the servers',
  hint: 'Search',
  noCause: 'No cause',
  likelihood: (of: string, others: number) => (others === 0 ? of : `${of}, and ${count(others)} more`),
  loading: '…',
  notKnown: 'not known',
  common: 'What they have in common',
  commonAside: 'inferred from this list, and only possible',
  compared: 'Before and now',
  comparedAside: (many: number) => `${servers(many)} with an older result`,
  state: 'State',
  before: 'Before',
  now: 'Now',
  repairs: 'Newest repair',
  openRepair: (words: string) => `${words}\nOpens its report, with before and after (Shift+Enter)`,
  byFile: 'by its file',
  behind: (days: number) => `old: ${counted(days, 'day')}`,
  expected: 'Servers that should be here',
  expectedHelp:
    'Which of your servers left no result? Open a list of their names, a text file with one a line, as psdoctor fleet --expect takes it.',
  expectedOpen: 'Open a list of names …',
  expectedAside: ({ names, missing }: NonNullable<FleetView['expected']>) =>
    missing === 0 ? `all ${count(names)} have a result` : `${count(missing)} of ${count(names)} have no result`,
  expectedMore: (many: number) => `And ${count(many)} more: psdoctor fleet --expect lists all.`,
  clocks: 'Clocks that are odd',
  others: 'Other files',
  othersHelp: 'No results, and nothing is missed with them.',
  refused: 'Not read',
  refusedMore: (many: number) => `And ${count(many)} more: psdoctor fleet --json lists all.`,
};

export const showWords: Record<FleetWish['show'], string> = {
  all: 'All',
  failing: 'Failing',
  incomplete: 'Incomplete',
  healthy: 'Healthy',
  repaired: 'Repair tried',
};

export const stateWords: Record<ServerRow['state'], string> = {
  failing: 'Failing',
  incomplete: 'Incomplete',
  healthy: 'Healthy',
};

export const columnWords: Record<FleetSort, string> = {
  server: 'Server',
  state: 'State',
  cause: 'Cause',
  repair: 'Repair',
  before: 'Before',
  expiry: 'Certificate',
  at: 'Diagnosed',
};

export const sourceWords: Record<ServerRow['source'], string> = {
  result: 'result',
  repair: 'report of a repair',
  bundle: 'evidence, judged here',
};

const servers = (many: number): string => `${count(many)} ${many === 1 ? 'server' : 'servers'}`;
const files = (many: number): string => `${count(many)} ${many === 1 ? 'file' : 'files'}`;

/** `3 failing, 1 healthy`: what there is none of is left out. */
const inStates = (states: InStates): string =>
  (['failing', 'incomplete', 'healthy'] as const)
    .filter((state) => states[state] > 0)
    .map((state) => `${count(states[state])} ${state}`)
    .join(', ') || 'none';

export const causeWords = ({ cause, title, servers: many, states }: Extract<FleetRow, { kind: 'cause' }>) => ({
  title: cause === '' ? fleetWords.noCause : title,
  aside: `${servers(many)}: ${inStates(states)}`,
});

const known = (words: Readonly<Record<string, string>>, id: string): string => words[id] ?? id;

/** `Certificate binding: repaired and proven`. Another version of the product may know more repairs. */
export const repairWords = ({ repair, outcome }: { repair: string; outcome: string }): string =>
  `${known(repairTitles, repair)}: ${known(outcomeWords, outcome).toLowerCase()}`;

export const repairTitle = ({ repair }: { repair: string }): string => known(repairTitles, repair);

/** In a cell there is room for few words. */
const shortOutcomes: Record<RepairOutcome, string> = {
  fixed: 'Repaired, proven',
  notNeeded: 'Not needed',
  pending: 'Not at its end',
  notFixed: 'Not proven',
  undone: 'Taken back',
  declined: 'Declined',
  refused: 'Refused',
  failed: 'Failed',
};

export const shortOutcome = ({ outcome }: { outcome: string }): string => known(shortOutcomes, outcome);

export const beforeWords = ({ state, causes }: NonNullable<ServerRow['before']>): string =>
  [`Before: ${state}`, ...causes.filter((id) => id !== 'healthy')].join(', ');

export function daysWords(days: number): string {
  if (days >= 0) return `in ${counted(days, 'day')}`;
  const since = daysSinceEnd(days);
  return since === 0 ? '< 1 day ago' : `${counted(since, 'day')} ago`;
}
