import type { Endpoint, Thumbprint } from '../../shared/model/endpoint.ts';
import type { FactName } from '../../shared/model/facts.ts';
import type { FindingId } from '../../shared/model/finding.ts';
import type { InvokeArgs } from '../../shared/ipc/contract.ts';
import type { RepairId } from '../../shared/model/repair-id.ts';
import type { Result } from '../../shared/model/result.ts';
import type { CertificateCandidate } from '../../shared/model/wizard-state.ts';
import type { Backup } from './backup/backup.ts';
import type { LiveState, Needs } from './live-state.ts';
import type { Step } from './steps/step.ts';

/** What is asked for, in ids and typed values: never a command, a path or an argument of one. */
export type RepairRequest = InvokeArgs<'repair.plan'>;

/** What a repair would do on this server, as data. No steps: the server is already as the repair would make it. */
export interface Design {
  steps: Step[];
  endpoint: Endpoint | null;
  certificate: Thumbprint | null;
  candidates: CertificateCandidate[];
  endpoints: Endpoint[];
  alsoHits: string[];
  stillWins: string[];
  cannotBeUndone: string[];
}

/** A design in which nothing is chosen and nothing else is hit. */
export const plainDesign = (steps: Step[], more: Partial<Design> = {}): Design => ({
  steps,
  endpoint: null,
  certificate: null,
  candidates: [],
  endpoints: [],
  alsoHits: [],
  stillWins: [],
  cannotBeUndone: [],
  ...more,
});

/** What was changed, as the journal keeps it: enough to prove it in a later process. */
export interface Target {
  endpoint: Endpoint | null;
  certificate: Thumbprint | null;
}

/** One repair: pure but for its questions and its backups, which are made before the first step. */
export interface Repair<All extends FactName = never, Also extends FactName = never, Extra = unknown> {
  id: RepairId;
  needs: Needs<All, Also, Extra>;
  needsReboot: boolean;
  /** The findings that must hold afterwards. */
  provenBy: readonly FindingId[];
  backups: readonly Backup<NoInfer<LiveState<All, Also, Extra>>>[];
  /** @throws UserError ambiguous, notFound or refused, with what a person can do */
  design(request: RepairRequest, state: LiveState<All, Also, Extra>): Design;
  /** What of the proof is missing, in words; empty when the change is proven. */
  unproven(target: Target, before: Result, after: Result): string[];
}

/** A repair of any needs, as the engine carries it out. */
export type AnyRepair = Repair<FactName, FactName>;

/** Gives a repair the types of the facts that it needs. */
export const defineRepair = <
  const All extends FactName = never,
  const Also extends FactName = never,
  Extra = undefined,
>(
  repair: Repair<All, Also, Extra>,
): Repair<All, Also, Extra> => repair;
