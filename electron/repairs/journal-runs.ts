import { formatEndpoint } from '../../shared/httpsys/endpoint.ts';
import type { BeginEntry, JournalEntry } from './journal-entry.ts';
import type { Step } from './steps/step.ts';

/**
 * Where a step stands by the journal alone. What `applying` and `undoing` came
 * to only the server can tell; `altered` means that the tool did something, but
 * not what was planned.
 */
type StepState = 'waiting' | 'applying' | 'done' | 'failed' | 'altered' | 'undoing' | 'undone';

export interface JournaledStep {
  step: Step;
  state: StepState;
}

/** One repair as its journal tells it. */
export interface JournalRun {
  begin: BeginEntry;
  steps: JournaledStep[];
  /** Why everything is being taken back, or null. */
  undoing: string | null;
  end: Extract<JournalEntry, { mark: 'end' }> | null;
}

/** The runs of a journal, oldest first. Lines that belong to no run are passed over. */
export function runsOf(entries: readonly JournalEntry[]): JournalRun[] {
  const runs = new Map<string, JournalRun>();
  for (const entry of entries) {
    if (entry.mark === 'begin') {
      const steps = entry.steps.map((step): JournaledStep => ({ step, state: 'waiting' }));
      runs.set(entry.run, { begin: entry, steps, undoing: null, end: null });
      continue;
    }
    const run = runs.get(entry.run);
    if (run === undefined) continue;
    if (entry.mark === 'undoing') {
      run.undoing = entry.why;
      run.end = null;
    } else if (entry.mark === 'end') run.end = entry;
    else {
      const journaled = run.steps[entry.step];
      if (journaled !== undefined) journaled.state = nextState(entry);
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
export const keptForGood = ({ steps }: JournalRun): string[] =>
  steps.flatMap(({ step, state }) =>
    (state === 'done' || state === 'altered') && 'noUndo' in step && step.noUndo !== null ? [step.noUndo] : [],
  );

/** The newest run that did not come to its end, or null. */
export const unfinishedRun = (runs: readonly JournalRun[]): JournalRun | null =>
  runs.findLast(({ end }) => end === null) ?? null;

/** An unfinished run as a sentence for a person. */
export function unfinishedWords({ begin, steps, undoing }: JournalRun): string {
  const done = steps.filter(({ state }) => state === 'done').length;
  const open = steps.find(({ state }) => state === 'applying' || state === 'undoing');
  const where = begin.endpoint === null ? '' : ` of ${formatEndpoint(begin.endpoint)}`;
  const stage = undoing === null ? `${done} of ${steps.length} steps were done` : 'it was being taken back';
  const middle = open === undefined ? '' : ', one was in the middle';
  return `The repair ${begin.repair}${where} on ${begin.target}, begun at ${begin.at}, did not come to its end: ${stage}${middle}. It can be resumed or undone.`;
}
