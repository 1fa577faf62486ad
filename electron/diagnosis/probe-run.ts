import { unknown, type Fact } from '../../shared/model/fact.ts';
import type { FactName, FactValue } from '../../shared/model/facts.ts';
import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import type { Host } from '../host/host.ts';
import type { Probe, ProbeContext } from '../probes/probe.ts';
import { pausableTimer } from './pausable-timer.ts';
import type { SharedWork } from './shared-work.ts';
import type { Slots } from './slots.ts';

/** One probe on its way. */
export interface ProbeRun {
  fact: Promise<Fact<unknown>>;
  /** Set as soon as the fact is there. */
  settled: Fact<unknown> | null;
  /** The facts of others that it waits for at this moment. */
  waiting: Set<FactName>;
  /** Ends it with this fact, whatever the probe still does; the first one counts. */
  settle(fact: Fact<unknown>): void;
}

/** What a probe can have of the others. */
interface Others {
  find(fact: FactName): ProbeRun | undefined;
  /** Whether waiting for this fact could never end. */
  closesCircle(fact: FactName): boolean;
  shared: SharedWork;
}

/**
 * Starts one probe as soon as a slot is free. While it waits for the fact of
 * another, or for work that it shares, it holds no slot and its time-out stands
 * still, so that no chain of probes can block itself; waiting in a circle is
 * answered with unknown.
 */
export function startProbe(
  probe: Probe,
  host: Host,
  slots: Slots,
  onProgress: (progress: ProbeProgress) => void,
  others: Others,
): ProbeRun {
  const { fact: name, title, timeoutMs } = probe;
  const controller = new AbortController();
  let holdsSlot = false;
  /** How many answers of others it waits for, and how long the shared ones among them took. */
  let waits = 0;
  let sharedMs = 0;
  let resolve: (fact: Fact<unknown>) => void;
  const report = (state: 'waiting' | 'running') => onProgress({ fact: name, title, state, durationMs: null });
  const timer = pausableTimer(timeoutMs, () => run.settle(unknown('timedOut', 'There was no answer in time.')));

  function rest(): void {
    timer.pause();
    if (holdsSlot) slots.release();
    holdsSlot = false;
  }

  async function work(goesOn: boolean): Promise<void> {
    await slots.take(goesOn);
    if (run.settled !== null || waits > 0) return slots.release();
    holdsSlot = true;
    timer.start();
    report('running');
  }

  async function awaiting<T>(answer: Promise<T>, words?: 'waiting'): Promise<T> {
    if (waits === 0 && run.settled === null) {
      rest();
      if (words !== undefined) report(words);
    }
    waits += 1;
    try {
      return await answer;
    } finally {
      waits -= 1;
      if (waits === 0) await work(true);
    }
  }

  const run: ProbeRun = {
    fact: new Promise((settled) => (resolve = settled)),
    settled: null,
    waiting: new Set(),
    settle(fact) {
      if (run.settled !== null) return;
      run.settled = fact;
      rest();
      controller.abort();
      const why = fact.state === 'unknown' ? { reason: fact.reason, detail: fact.detail ?? '' } : {};
      onProgress({
        fact: name,
        title,
        state: fact.state,
        ...why,
        durationMs: Math.round(timer.elapsedMs() + sharedMs),
      });
      resolve(fact);
    },
  };

  const context: ProbeContext = {
    signal: controller.signal,
    async once(key, act) {
      const began = performance.now();
      const answer = others.shared.ask(key, controller.signal, act);
      return awaiting(answer.finally(() => (sharedMs += performance.now() - began)));
    },
    async fact<N extends FactName>(wanted: N): Promise<Fact<FactValue<N>>> {
      const other = others.find(wanted);
      if (!other) return unknown('notRecorded', 'No probe asks for this.');
      if (other.settled === null) {
        if (others.closesCircle(wanted)) return unknown('failed', 'Two probes wait for each other.');
        run.waiting.add(wanted);
        await awaiting(
          other.fact.finally(() => run.waiting.delete(wanted)),
          'waiting',
        );
      }
      return (await other.fact) as Fact<FactValue<N>>;
    },
  };

  report('waiting');
  work(false)
    .then(() => (run.settled === null ? probe.ask(host, context).then(run.settle) : undefined))
    .catch(() => run.settle(unknown('failed', 'The answer has a form that cannot be read.')));
  return run;
}
