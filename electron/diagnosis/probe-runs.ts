import { unknown, type Fact } from '../../shared/model/fact.ts';
import type { FactName, Facts } from '../../shared/model/facts.ts';
import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import type { Host } from '../host/host.ts';
import type { Probe } from '../probes/probe.ts';
import { startProbe, type ProbeRun } from './probe-run.ts';
import { createSharedWork } from './shared-work.ts';
import { createSlots } from './slots.ts';

/**
 * Heavy things run: processes, and a file that can have 200 MB. So many that all
 * else is done while the two PowerShells, which take longest, are at work.
 */
const atOnce = 8;

export interface ProbeRuns {
  /** Each probe's fact, when all are there. Never rejects. */
  facts: Promise<Facts>;
  /** Ends the probe of one fact, or all: what has not answered is unknown for that reason. */
  end(reason: 'cancelled' | 'timedOut', fact: FactName | null): void;
}

/** Runs all probes, a bounded number at once; `onProgress` hears of each change of each. */
export function runProbes(
  host: Host,
  probes: readonly Probe[],
  onProgress: (progress: ProbeProgress) => void,
): ProbeRuns {
  const runs = new Map<FactName, ProbeRun>();
  const slots = createSlots(atOnce);
  const shared = createSharedWork(slots);

  /** Whether a probe waits, itself or through others, for that fact. */
  const waitsFor = (run: ProbeRun | undefined, fact: FactName): boolean =>
    run !== undefined && [...run.waiting].some((name) => name === fact || waitsFor(runs.get(name), fact));

  for (const probe of probes) {
    const run = startProbe(probe, host, slots, onProgress, {
      find: (name) => runs.get(name),
      closesCircle: (name) => name === probe.fact || waitsFor(runs.get(name), probe.fact),
      shared,
    });
    runs.set(probe.fact, run);
  }
  return {
    facts: Promise.all(
      [...runs].map(async ([name, { fact }]): Promise<[FactName, Fact<unknown>]> => [name, await fact]),
    ).then((entries) => Object.fromEntries(entries) as Facts),
    end(reason, fact) {
      const chosen = fact === null ? [...runs.values()] : [runs.get(fact)];
      for (const run of chosen) run?.settle(unknown(reason, endWords[reason]));
    },
  };
}

const endWords = {
  cancelled: 'Cancelled before the answer was there.',
  timedOut: 'There was no answer before the time for the whole diagnosis was over.',
} as const;
