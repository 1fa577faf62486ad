import type { Command } from '../../../shared/model/repair.ts';
import type { Host } from '../../host/host.ts';
import type { Step } from './step.ts';

/** What the tool said; the truth about the server is its `Standing`, not this. */
export interface Performed {
  ok: boolean;
  /** What came back and what that means, for a person; empty when there is nothing to add. */
  detail: string;
}

/**
 * How the server stands towards a step, read back from the server. Both can be
 * true (a rewrite of an equal record) and both false (somebody else changed it).
 */
export interface Standing {
  isBefore: boolean;
  isAfter: boolean;
  /** What was seen where neither is true, or why it could not be seen. */
  words: string;
}

/** Waits between tries, in milliseconds. */
export interface Patience {
  /** Before each further try of an `add` that answered 87. */
  addRetries: readonly number[];
  /** Before each further look at a proof that is not there yet. */
  proofRetries: readonly number[];
  /** How long another repair is waited for that is just ending. */
  lock: number;
}

/** One kind of change: everything about it in one file. A step is data, kept in the journal as it is. */
export interface StepKind<S extends Step> {
  words(step: S): string;
  toCommand(step: S): Command;
  /** The step that takes this one back; null where this server would not do it. */
  inverse(step: S): Step | null;
  perform(step: S, host: Host, patience: Patience): Promise<Performed>;
  readBack(step: S, host: Host): Promise<Standing>;
}
