import { formatEndpoint } from '../../shared/httpsys/endpoint.ts';
import type { BeginEntry, JournalEntry } from './journal-entry.ts';
import type { WaitsFor } from './steps/step-kind.ts';
import type { Step } from './steps/step.ts';

/**
 * Where a step stands by the journal alone. What `applying` and `undoing` came
 * to only the server can tell; `altered` means that the tool did something, but
 * not what was planned; `pending` waits for something that the product cannot
 * bring about.
 */
type StepState = 'waiting' | 'applying' | 'pending' | 'done' | 'failed' | 'altered' | 'undoing' | 'undone';

export interface JournaledStep {
  step: Step;
  state: StepState;
  /** What a pending step waits for, else null. */
  waitsFor: WaitsFor | null;
  /** Since when it waits, by the journal. */
  pendingSince: string | null;
}

/** One repair as its journal tells it. */
export interface JournalRun {
  begin: BeginEntry;
  steps: JournaledStep[];
  /** Why everything is being taken back, or null. */
  undoing: string | null;
  end: Extract<JournalEntry, { mark: 'end' }> | null;
}

/** A run that has just begun. */
export const runFrom = (begin: BeginEntry): JournalRun => ({
  begin,
  steps: begin.steps.map((step) => ({ step, state: 'waiting', waitsFor: null, pendingSince: null })),
  undoing: null,
  end: null,
});

/** The first entry whose run, or whose step, none before it has begun; -1 when there is none. */
export function strayEntry(entries: readonly JournalEntry[]): number {
  const steps = new Map<string, number>();
  return entries.findIndex((entry) => {
    if (entry.mark === 'begin') steps.set(entry.run, entry.steps.length);
    const count = steps.get(entry.run);
    return count === undefined || ('step' in entry && entry.step >= count);
  });
}

/** The runs of a journal, oldest first. Entries that belong to no run are passed over. */
export function runsOf(entries: readonly JournalEntry[]): JournalRun[] {
  const runs = new Map<string, JournalRun>();
  for (const entry of entries) {
    if (entry.mark === 'begin') {
      runs.set(entry.run, runFrom(entry));
      continue;
    }
    const run = runs.get(entry.run);
    if (run === undefined) continue;
    if (entry.mark === 'undoing') {
      run.undoing = entry.why;
      run.end = null;
    } else if (entry.mark === 'end') run.end = entry;
    else if (entry.mark !== 'afterReboot') {
      const journaled = run.steps[entry.step];
      if (journaled === undefined) continue;
      if (entry.mark === 'after' && entry.did !== undefined) journaled.step = entry.did;
      journaled.state = entry.mark === 'pending' ? 'pending' : nextState(entry);
      journaled.waitsFor = entry.mark === 'pending' ? { for: entry.for, words: entry.words } : null;
      journaled.pendingSince = entry.mark === 'pending' ? entry.at : null;
    }
  }
  return [...runs.values()];
}

function nextState(entry: Extract<JournalEntry, { mark: 'before' | 'after' }>): StepState {
  const forwards = entry.direction === 'apply';
  if (entry.mark === 'before') return forwards ? 'applying' : 'undoing';
  if (forwards) return entry.outcome;
  // An inverse step that failed leaves open how the server stands.
  return entry.outcome === 'done' ? 'undone' : 'undoing';
}

/** What was done and cannot be taken back, in words; taking back the rest would only add to the damage. */
export const keptForGood = ({ steps }: JournalRun): string[] => steps.flatMap((own) => whyKept(own) ?? []);

const whyKept = ({ step, state }: JournaledStep): string | null =>
  (state === 'done' || state === 'altered') && 'noUndo' in step ? step.noUndo : null;

/** The same for steps of which the journal does not know the end: only the server tells whether they were done. */
export const perhapsKeptForGood = ({ steps }: JournalRun): string[] =>
  steps.flatMap((own) => (own.state === 'applying' ? (whyKept({ ...own, state: 'done' }) ?? []) : []));

/** What cannot be taken back of a run that comes to its end, done already or not. */
export const keptAtTheEnd = ({ steps }: JournalRun): string[] =>
  steps.flatMap((own) => whyKept({ ...own, state: 'done' }) ?? []);

/** The first step behind all that cannot be taken back: from there on a run can be. */
export const firstBehindKept = ({ steps }: JournalRun): number =>
  steps.findLastIndex((own) => whyKept(own) !== null) + 1;

/** Whether a run has ended well, and nothing took it back since. */
export const stillStands = ({ end, steps }: JournalRun): boolean =>
  end?.outcome === 'fixed' && steps.some(({ state }) => state === 'done');

/** What an unfinished run waits for; null when it is not waiting, but was left by a process that died. */
export const waitingFor = ({ steps, undoing, end }: JournalRun): WaitsFor | null =>
  end === null && undoing === null ? (steps.find(({ state }) => state === 'pending')?.waitsFor ?? null) : null;

const waits: Record<WaitsFor['for'], string> = {
  person: 'a person',
  policy: 'a policy',
  reboot: 'a restart of Windows',
};

/** How far an unfinished run has come, or what it waits for, in sentences. */
export function stageOf(run: JournalRun): string {
  const waiting = waitingFor(run);
  if (waiting !== null) return waiting.words;
  const { steps, undoing } = run;
  const done = steps.filter(({ state }) => state === 'done').length;
  const open = steps.find(({ state }) => state === 'applying' || state === 'undoing');
  const stage = undoing === null ? `${done} of ${steps.length} steps were done` : 'It was being taken back';
  return `${stage}${open === undefined ? '' : ', one was in the middle'}.`;
}

/** An unfinished run as sentences for a person. */
export function unfinishedWords(run: JournalRun): string {
  const { repair, endpoint, target, at } = run.begin;
  const where = endpoint === null ? '' : ` of ${formatEndpoint(endpoint)}`;
  const waiting = waitingFor(run);
  const stands = waiting === null ? 'did not come to its end' : `waits for ${waits[waiting.for]}`;
  const then = waiting === null ? 'It can be resumed or undone.' : 'It can be resumed then, or undone.';
  return `The repair ${repair}${where} on ${target}, begun at ${at}, ${stands}. ${stageOf(run)} ${then}`;
}
