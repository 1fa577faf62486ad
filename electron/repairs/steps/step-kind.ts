import type { Command } from '../../../shared/model/repair.ts';
import type { Host } from '../../host/host.ts';
import type { Step } from './step.ts';

/** What a step waits for that the product cannot bring about. */
export interface WaitsFor {
  for: 'person' | 'policy' | 'reboot';
  /** What has to happen, and how the repair goes on then, for a person. */
  words: string;
}

/** What the tool said; the truth about the server is its `Standing`, not this. */
export interface Performed {
  ok: boolean;
  /** What came back and what that means, for a person; empty when there is nothing to add. */
  detail: string;
  /** The repair can go on only after this: it is pending until `resume`. */
  waitsFor?: WaitsFor;
}

/**
 * How the server stands towards a step, read back from the server. Both can be
 * true (a rewrite of an equal record) and both false (somebody else changed it).
 */
export interface Standing {
  isBefore: boolean;
  isAfter: boolean;
  /** Neither, and it is this step's own work that stands half done, whatever the tool reported. */
  partly?: boolean;
  /** Before and after look the same: what the tool reported is all that tells whether something was done. */
  untold?: boolean;
  /** What was seen where neither is true, or why it could not be seen. */
  words: string;
}

/** Waits between tries, in milliseconds. */
export interface Patience {
  /** Before each further try of a change that is refused only for the moment: an `add` that answered 87, a locked configuration. */
  addRetries: readonly number[];
  /** Before each further look at a proof that is not there yet. */
  proofRetries: readonly number[];
  /** How long a service that starts or stops is waited for. */
  service: number;
  /** How long the agent is waited for: its log, a policy. */
  agent: number;
  /** How long the agent's log is left alone after its first word, so that an error can follow. */
  quiet: number;
  /** Between two looks at something that is waited for. */
  look: number;
  /** How long another repair is waited for that is just ending. */
  lock: number;
}

/** One kind of change: everything about it in one file. A step is data, kept in the journal as it is. */
export interface StepKind<S extends Step> {
  words(step: S): string;
  /** Null: done by a person, or nothing but a wait. */
  toCommand(step: S): Command | null;
  /** The step that takes this one back; null where this server would not do it. */
  inverse(step: S): Step | null;
  perform(step: S, host: Host, patience: Patience): Promise<Performed>;
  readBack(step: S, host: Host): Promise<Standing>;
  /** The step with what only the server can tell once it is done: journalled, so that the undo takes back that and no more. */
  learn?(step: S, host: Host): Promise<S>;
  /** Before a step that was interrupted is read back: waits while the server is between two states. */
  settle?(step: S, host: Host, patience: Patience): Promise<void>;
  /** What a step still waits for that looks done after an interruption, for what its tool said is lost; null: nothing. */
  stillWaits?(step: S, host: Host): Promise<WaitsFor | null>;
}

/** A kind whose every step runs a tool. */
export interface ToolStepKind<S extends Step> extends StepKind<S> {
  toCommand(step: S): Command;
}
