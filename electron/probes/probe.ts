import type { Fact } from '../../shared/model/fact.ts';
import type { FactName, FactValue } from '../../shared/model/facts.ts';
import type { Host } from '../host/host.ts';

/** One source of one fact: asks the Host, returns what came back, judges nothing. */
export interface Probe<N extends FactName = FactName> {
  fact: N;
  /** What is being read, in words for the wizard's list. */
  title: string;
  /** After this time the fact is unknown with reason timedOut, whatever the probe does. */
  timeoutMs: number;
  ask(host: Host, context: ProbeContext): Promise<Fact<FactValue<N>>>;
}

export interface ProbeContext {
  signal: AbortSignal;
  /** Another probe's fact, when it is there; unknown (notRecorded) when nobody asks for it. */
  fact<N extends FactName>(name: N): Promise<Fact<FactValue<N>>>;
  /**
   * Runs `work` once per diagnosis for all probes that share a source. Its signal aborts when none of them wants it any
   * more; it has to bound its own time, and must not wait for a fact.
   */
  once<T>(key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}
