import { valueOf } from '../map/chain-facts.ts';
import type { Change, ReportDocument } from './document.ts';
import { endingWords, repairTitles, stepStateWords } from './words.ts';

/** What a moment is about, for whoever wants to see only some of them. */
export type MomentKind = 'start' | 'policy' | 'settings' | 'agent' | 'diagnosis' | 'repair';

/** Something that happened on the server or was done to it, at an ISO-8601 UTC time, and who tells it. */
export interface Moment {
  at: string;
  kind: MomentKind;
  words: string;
  source: string;
}

/** What the events that are asked for mean (HttpEvent, and Schannel 36870). */
const eventWords: Record<number, string> = {
  15021: 'The SSL configuration of an endpoint could not be used',
  15300: 'SSL settings deleted',
  15301: 'SSL settings created',
  15302: 'SSL settings updated',
  36870: 'A private key could not be used',
};

/** What a timeline is made of; of a change only when it was, how it ended, and what a restart of Windows has shown. */
export interface Timed extends Pick<ReportDocument, 'result' | 'before'> {
  changes: readonly Pick<Change, 'repair' | 'begunAt' | 'endedAt' | 'outcome' | 'steps' | 'afterReboot' | 'toldBy'>[];
}

/**
 * What happened in the order of time: the server's own events and log, its
 * start, the policy's arrival, the diagnosis, and what was changed. Times that
 * cannot be read are left out.
 */
export function timelineOf({ result, before, changes }: Timed): Moment[] {
  const { facts } = result;
  const policy = valueOf(facts, 'agentPolicy');
  const moments: (Moment | null)[] = [
    moment('start', valueOf(facts, 'windows')?.bootTime, 'Windows was started', 'Windows'),
    moment(
      'policy',
      valueOf(facts, 'agent')?.policyLastReceived,
      'The agent received its policy',
      'registry of the agent',
    ),
    moment('policy', policy?.modified, 'The file of the policy was written', policy?.file ?? ''),
    ...(valueOf(facts, 'events') ?? []).map(({ provider, id, at, endpoint, text }) =>
      moment(
        'settings',
        at,
        [eventWords[id] ?? `Event ${id}`, endpoint, text].filter(Boolean).join(', '),
        `System log, ${provider} ${id}`,
      ),
    ),
    ...(valueOf(facts, 'agentLog')?.matches ?? []).map(({ at, text, file, line }) =>
      moment('agent', at, text, `agent log, ${file} line ${line}`),
    ),
    ...(before === null
      ? []
      : [moment('diagnosis', before.startedAt, 'The server was diagnosed, before the repair', 'this product')]),
    moment('diagnosis', result.startedAt, 'The server was diagnosed', 'this product'),
    ...changes.flatMap(momentsOf),
  ];
  return moments.filter((each) => each !== null).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function moment(kind: MomentKind, at: string | null | undefined, words: string, source: string): Moment | null {
  const time = Date.parse(at ?? '');
  return Number.isNaN(time) ? null : { at: new Date(time).toISOString(), kind, words, source };
}

/** All that was done of one repair, each moment by its name: several can be taken back at once. */
function momentsOf(change: Timed['changes'][number]): (Moment | null)[] {
  const { repair, begunAt, endedAt, outcome, steps, afterReboot, toldBy } = change;
  const title = repairTitles[repair];
  const told = (at: string | null, words: string) => moment('repair', at, words, tellers[toldBy]);
  return [
    told(begunAt, `Repair begun: ${title}`),
    ...steps.flatMap(({ startedAt, undoneAt, words, state, undo }) => [
      told(startedAt, undoneAt === null ? `${words} (${stepStateWords(state)})` : words),
      told(undoneAt, `${title}, taken back: ${undo?.words ?? words}`),
    ]),
    told(endedAt, `Repair ended: ${title}. ${endingWords(outcome, null)}`),
    ...afterReboot.map(({ at, survived, detail }) =>
      told(
        at,
        `${title} ${survived ? 'has survived' : 'has not survived'} the restart of Windows. ${survived ? '' : detail}`.trim(),
      ),
    ),
  ];
}

const tellers: Record<Change['toldBy'], string> = { journal: 'journal', bundle: 'the bundle, as its case noted it' };
