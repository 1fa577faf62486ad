import type { RepairOutcome } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { firstBehindKept, keptForGood, type JournalRun } from './journal-runs.ts';
import type { AnyRepair } from './repair.ts';
import { applySteps, nowText, undoSteps, type Runner } from './run-steps.ts';
import { readBack, stepWords } from './steps/step.ts';

export interface CarriedOut {
  outcome: RepairOutcome;
  detail: string;
  after: Result | null;
}

/** A run with the repair that it belongs to and the means to prove it. */
export interface Undertaking {
  runner: Runner;
  run: JournalRun;
  repair: AnyRepair;
  before: Result;
  diagnose(): Promise<Result>;
}

/**
 * Brings a run to its end from wherever its journal says that it stands: the
 * rest of its steps, then the proof, and everything taken back when it is not
 * proven. A run that was being taken back goes on with that. The end is written
 * only when the server is proven changed or proven as before; anything else
 * stays unfinished, so that the next start offers it again. So does a run that
 * waits for a reboot, a policy or a person.
 */
export async function carryOut(undertaking: Undertaking): Promise<CarriedOut> {
  const { runner, run } = undertaking;
  if (run.undoing === null) {
    const stopped = await applySteps(runner, run.steps);
    if (stopped !== null && 'waitsFor' in stopped) {
      return { outcome: 'pending', detail: stopped.waitsFor.words, after: null };
    }
    if (stopped === null) {
      const { missing, after } = await prove(undertaking);
      if (missing.length === 0) {
        const detail = `Proven by ${undertaking.repair.provenBy.join(', ')}.${stillFailing(undertaking.repair, after)}`;
        return end(undertaking, { outcome: 'fixed', detail, after });
      }
      run.undoing = `The change is not proven: ${missing.join(' ')}`;
    } else {
      run.undoing = stopped.why;
    }
    const kept = keptForGood(run);
    if (kept.length > 0) return keep(undertaking, sentence(run.undoing), kept);
    await runner.journal.append({ mark: 'undoing', at: nowText(), run: runner.run, why: run.undoing });
  }
  return takeBack(undertaking, run.undoing);
}

/**
 * Takes back what a run did, whether it was finished or not. `untouched` is the
 * outcome where there was nothing to take back: a repair has failed, an undo has
 * what it wanted.
 */
export async function takeBack(
  undertaking: Undertaking,
  why: string,
  untouched: 'failed' | 'undone' = 'failed',
): Promise<CarriedOut> {
  const { runner, run } = undertaking;
  const touched = run.steps.some(
    ({ state, waitsFor }) => !['waiting', 'failed'].includes(state) && waitsFor?.for !== 'person',
  );
  const differs = await undoSteps(runner, run.steps);
  const after = touched ? await look(undertaking) : null;
  const because = sentence(why);
  if (differs !== null) {
    const detail = `${because} Taking it back did not bring the old state back: ${differs}. The case keeps the backups and offers the undo again.`;
    return { outcome: 'failed', detail, after };
  }
  if (touched) return end(undertaking, { outcome: 'undone', detail: `${because} ${backWords(run)}`, after });
  const untold = untouched === 'undone' ? await doneUntold(undertaking) : null;
  if (untold !== null) return { outcome: 'failed', detail: `${because} ${untold}`, after };
  return end(undertaking, { outcome: untouched, detail: `${because} Nothing was changed.`, after });
}

/** The journal tells of no step that began, and the server shows the first one as done: in words, or null. */
async function doneUntold({ runner, run }: Undertaking): Promise<string | null> {
  const [first] = run.steps;
  if (first?.state !== 'waiting') return null;
  const { isBefore, isAfter } = await readBack(first.step, runner.host);
  if (isBefore || !isAfter) return null;
  return `The journal tells of no step that began, so nothing was taken back. Yet the server is as this step leaves it: ${stepWords(first.step)}. Either somebody else did it, or lines of the journal are lost; the case keeps the backups.`;
}

/** A record that was only added had no flags before: it is gone again, and that is the old state. */
const backWords = ({ steps }: JournalRun): string =>
  steps.some(({ step }) => step.kind.startsWith('netsh') && step.kind !== 'netshAdd')
    ? 'The old state is back, with every flag of the record.'
    : 'The old state is back.';

const sentence = (words: string): string => words.replace(/\.*$/u, '.');

/**
 * What was done has no undo, as the plan said: it stays, and the report says so.
 * A step that is still to come leaves the run open, so that it can be resumed.
 */
async function keep(undertaking: Undertaking, because: string, kept: string[]): Promise<CarriedOut> {
  const detail = `${because} It stays as it is, for it cannot be taken back. ${kept.join(' ')}`;
  const after = await look(undertaking);
  if (!isComplete(undertaking.run)) return { outcome: 'failed', detail, after };
  return end(undertaking, { outcome: 'notFixed', detail, after });
}

/**
 * Closes a run that cannot be taken back, when a person gives it up. Where every
 * step was done, the server tells whether the repair stands; else what came after
 * is taken back: a service that was stopped is not left so.
 */
export async function giveUp(undertaking: Undertaking, kept: string[]): Promise<CarriedOut> {
  const { runner, run, repair } = undertaking;
  const words = `This cannot be taken back. ${kept.join(' ')}`;
  if (isComplete(run)) {
    const { missing, after } = await prove(undertaking);
    const proven = missing.length === 0;
    const detail = proven
      ? `${words} Every step of the repair is done, and it is proven by ${repair.provenBy.join(', ')}: it stands.`
      : `${words} The case is closed as it stands, and the repair is not proven: ${missing.join(' ')}`;
    return end(undertaking, { outcome: proven ? 'fixed' : 'notFixed', detail, after });
  }
  const differs = await undoSteps(runner, run.steps, firstBehindKept(run));
  if (differs !== null) {
    const detail = `${words} What came after it could not be taken back either: ${differs}. The case stays open.`;
    return { outcome: 'failed', detail, after: await look(undertaking) };
  }
  const backups = repair.backups.length === 0 ? '' : '; its backups hold what was there before';
  const detail = `${words} The case is closed as it stands${backups}.`;
  return end(undertaking, { outcome: 'notFixed', detail, after: await look(undertaking) });
}

/** A repair is proven by what it touched; what the same checks say of the rest of the server is told with it. */
function stillFailing({ provenBy }: AnyRepair, after: Result | null): string {
  const failing = (after?.findings ?? []).filter(
    ({ id, status }) => status === 'fail' && (provenBy as readonly string[]).includes(id),
  );
  if (failing.length === 0) return '';
  return ` For the server as a whole it is not sound yet: ${failing.map(({ id, summary }) => `${id}: ${summary}`).join(' ')}`;
}

const isComplete = ({ steps }: JournalRun): boolean =>
  steps.every(({ state }) => state === 'done' || state === 'altered');

async function end({ runner }: Undertaking, result: CarriedOut): Promise<CarriedOut> {
  const { outcome, detail } = result;
  await runner.journal.append({ mark: 'end', at: nowText(), run: runner.run, outcome, detail });
  return result;
}

/** Asks again until the proof is there or the patience is at its end. */
async function prove(undertaking: Undertaking): Promise<{ missing: string[]; after: Result | null }> {
  const { runner, run, repair, before } = undertaking;
  const words = 'Prove: ask the server everything again, handshakes included';
  const startedAt = nowText();
  runner.onCurrent(words);
  for (let attempt = 0; ; attempt++) {
    const after = await look(undertaking);
    const missing =
      after === null ? ['The server could not be asked again.'] : repair.unproven(run.begin, before, after);
    const wait = runner.patience.proofRetries[attempt];
    if (missing.length === 0 || wait === undefined) {
      const outcome = missing.length === 0 ? 'done' : 'failed';
      const detail = missing.length === 0 ? `Proven by ${repair.provenBy.join(', ')}.` : missing.join(' ');
      runner.onStep({ words, startedAt, endedAt: nowText(), outcome, detail });
      return { missing, after };
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** A diagnosis that fails is no proof, and no reason to leave a change standing. */
const look = ({ diagnose }: Undertaking): Promise<Result | null> => diagnose().catch(() => null);
