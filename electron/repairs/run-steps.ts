import type { StepReport } from '../../shared/model/repair.ts';
import type { Host } from '../host/host.ts';
import type { Journal } from './journal.ts';
import type { Direction, JournalEntry } from './journal-entry.ts';
import type { JournaledStep } from './journal-runs.ts';
import { waitsForReboot } from './reboot-wait.ts';
import type { Patience, Performed, Standing, WaitsFor } from './steps/step-kind.ts';
import { inverse, learn, perform, readBack, settle, stepWords, stillWaits, type Step } from './steps/step.ts';

/** What carrying out a run needs, and whom it tells. */
export interface Runner {
  host: Host;
  journal: Journal;
  /** The run's id in the journal. */
  run: string;
  patience: Patience;
  onCurrent(words: string | null): void;
  onStep(step: StepReport): void;
  /** Aborted: the running step ends, and nothing starts anew. */
  signal?: AbortSignal | undefined;
}

/** Thrown between two steps when nothing may start any more; the journal says where the run stands. */
export class Interrupted extends Error {}

export const nowText = (): string => new Date().toISOString();

type AfterOutcome = Extract<JournalEntry, { mark: 'after' }>['outcome'];

/** Why the steps did not come to their end: something failed, or has to happen first. */
export type Stop = { why: string } | { waitsFor: WaitsFor };

/**
 * Goes through the steps in order, each with its marks before and after and
 * read back from the server. Steps that are done already are passed over.
 *
 * @returns why it stopped, or null when every step is done
 */
export async function applySteps(runner: Runner, steps: readonly JournaledStep[]): Promise<Stop | null> {
  for (const [index, journaled] of steps.entries()) {
    const { step, state, waitsFor } = journaled;
    if (state === 'done') continue;
    const reboot = await waitsForReboot(runner.host, journaled);
    if (reboot !== null) return { waitsFor: reboot };
    if (state === 'applying') await settle(step, runner.host, runner.patience);
    const standing = await readBack(step, runner.host);
    const earlier = state === 'waiting' ? null : doneEarlier(standing, waitsFor);
    if (earlier !== null) {
      const still = state === 'applying' ? await stillWaits(step, runner.host) : null;
      if (still !== null) {
        await runner.journal.append({ mark: 'pending', at: nowText(), run: runner.run, step: index, ...still });
        return { waitsFor: still };
      }
      journaled.step = await learn(step, runner.host);
      journaled.state = await mark(runner, 'apply', index, 'done', earlier, learned(step, journaled.step));
      continue;
    }
    if (!standing.isBefore) {
      if (waitsFor !== null) return { waitsFor };
      return { why: `The server changed before this step: ${standing.words || 'it is done already'}.` };
    }
    const done = await runOne(runner, 'apply', index, step, journaled);
    journaled.state = done.outcome;
    journaled.step = done.step;
    if (done.waitsFor !== undefined) return { waitsFor: done.waitsFor };
    if (done.outcome !== 'done') return { why: done.detail };
  }
  return null;
}

/** Whether a step that had begun is done by now, in words. */
function doneEarlier({ isAfter }: Standing, waitsFor: WaitsFor | null): string | null {
  // What is done elsewhere only the person who did it can tell, by going on; the proof at the end looks at the server.
  if (waitsFor?.for === 'person') return 'A person did it, by the word of whoever resumed the case.';
  if (!isAfter) return null;
  return waitsFor === null ? 'It had been done before the interruption.' : 'What it waited for has come.';
}

/**
 * Reads from the server what became of a step of which the journal does not know
 * the end: what was done and cannot be taken back is no undo's, nor is what stands
 * on it.
 */
export async function findEnds(runner: Runner, steps: readonly JournaledStep[]): Promise<void> {
  for (const [index, journaled] of steps.entries()) {
    const { step, state } = journaled;
    if (state !== 'applying') continue;
    await settle(step, runner.host, runner.patience);
    const { isBefore, isAfter, partly = false } = await readBack(step, runner.host);
    if (isBefore || !(isAfter || partly)) continue;
    journaled.state = await mark(
      runner,
      'apply',
      index,
      isAfter ? 'done' : 'altered',
      'Found so after an interruption.',
    );
  }
}

/**
 * Takes back what was done, last step first, and reads after each that the
 * server is as it was before that step, every flag included.
 *
 * @param from the first step to be taken back; what came before it stays
 * @returns how the server differs from its old state, or null when that is back
 */
export async function undoSteps(runner: Runner, steps: readonly JournaledStep[], from = 0): Promise<string | null> {
  for (const [index, journaled] of [...steps.entries()].toReversed()) {
    const { step, state } = journaled;
    if (index < from || state === 'waiting' || state === 'undone') continue;
    if (state === 'applying' || state === 'undoing') await settle(step, runner.host, runner.patience);
    const standing = await readBack(step, runner.host);
    if (standing.isBefore && !(state === 'done' && standing.isAfter)) {
      if (state !== 'failed') await mark(runner, 'undo', index, 'done', 'The server is as before this step.');
    } else if (standing.isAfter || standing.partly === true || state === 'altered') {
      const acting = inverse(state === 'done' ? step : await learn(step, runner.host));
      // A wait, or a question to the agent, leaves nothing behind that would have to go.
      if (acting === null && !standing.isBefore) return `${stepWords(step)}: this cannot be taken back`;
      const back = acting && (await runOne(runner, 'undo', index, acting, journaled));
      if (back !== null && back.outcome !== 'done') return back.detail;
    } else if (state !== 'failed') {
      return standing.words;
    }
    journaled.state = 'undone';
  }
  return null;
}

async function runOne(runner: Runner, direction: Direction, index: number, acting: Step, journaled: JournaledStep) {
  const { step: planned } = journaled;
  if (runner.signal?.aborted) throw new Interrupted();
  const words = direction === 'apply' ? stepWords(acting) : `Undo: ${stepWords(acting)}`;
  runner.onCurrent(words);
  await runner.journal.append({ mark: 'before', at: nowText(), run: runner.run, direction, step: index });
  journaled.state = direction === 'apply' ? 'applying' : 'undoing';
  const startedAt = nowText();
  const performed = await perform(acting, runner.host, runner.patience);
  const { waitsFor } = performed;
  if (waitsFor !== undefined && direction === 'apply') {
    await runner.journal.append({ mark: 'pending', at: nowText(), run: runner.run, step: index, ...waitsFor });
    runner.onStep({ words, startedAt, endedAt: nowText(), outcome: 'skipped', detail: waitsFor.words });
    return { outcome: 'pending' as const, detail: waitsFor.words, waitsFor, step: planned };
  }
  const standing = await readBack(planned, runner.host);
  const outcome = judge(direction, performed, standing);
  const found = outcome === 'done' ? '' : standing.words;
  const detail = [performed.detail, performed.detail === '' || found === '' ? found : `The server shows: ${found}`]
    .filter(Boolean)
    .join('. ');
  const step = direction === 'apply' && outcome !== 'failed' ? await learn(planned, runner.host) : planned;
  await mark(runner, direction, index, outcome, detail, learned(planned, step));
  const shown = outcome === 'done' ? (direction === 'apply' ? 'done' : 'undone') : 'failed';
  runner.onStep({ words, startedAt, endedAt: nowText(), outcome: shown, ...(detail === '' ? {} : { detail }) });
  return { outcome, detail: `${words}: ${detail || 'the server does not show the change'}`, step };
}

const learned = (planned: Step, step: Step): { did?: Step } => (step === planned ? {} : { did: step });

/** The server decides, not the exit code. */
function judge(
  direction: Direction,
  { ok }: Performed,
  { isBefore, isAfter, partly = false, untold = false }: Standing,
): AfterOutcome {
  if (direction === 'undo') return isBefore ? 'done' : 'failed';
  if (isAfter) return 'done';
  return partly || (ok && (!isBefore || untold)) ? 'altered' : 'failed';
}

async function mark<O extends AfterOutcome>(
  runner: Runner,
  direction: Direction,
  step: number,
  outcome: O,
  detail: string,
  did: { did?: Step } = {},
): Promise<O> {
  const at = nowText();
  await runner.journal.append({ mark: 'after', at, run: runner.run, direction, step, outcome, detail, ...did });
  return outcome;
}
