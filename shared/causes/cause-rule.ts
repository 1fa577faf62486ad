import type { CauseId, Likelihood } from '../model/cause.ts';
import type { UnknownReason } from '../model/fact.ts';
import type { FactName, FactValue } from '../model/facts.ts';
import type { Finding, FindingId } from '../model/finding.ts';
import type { RepairId } from '../model/repair-id.ts';
import type { JudgeContext } from '../rules/rule.ts';

/** Findings by id, and facts where a cause needs the value itself. */
export interface CauseContext extends JudgeContext {
  findings: readonly Finding[];
  finding(id: FindingId): Finding | undefined;
  fact<N extends FactName>(name: N): FactValue<N> | undefined;
  /** Why a fact is not known; null for one that is. */
  unknownReason(name: FactName): UnknownReason | null;
}

export interface CauseVerdict {
  /** In place of the rule's own, where that would say too much. */
  title?: string;
  likelihood: Likelihood;
  because: FindingId[];
  against: FindingId[];
  remedies: RepairId[];
  advice: string | null;
}

/** One explanation: says when it holds, why, what speaks against it, and what to do. */
export interface CauseRule {
  id: CauseId;
  title: string;
  explain(context: CauseContext): CauseVerdict | null;
}
