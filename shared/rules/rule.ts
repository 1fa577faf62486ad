import type { Fact } from '../model/fact.ts';
import type { FactName, FactValue } from '../model/facts.ts';
import type { FindingId, FindingStatus } from '../model/finding.ts';
import type { RepairId } from '../model/repair-id.ts';

/** The facts a rule sees: those of `all` are there, those of `any` and `also` may be missing, those of `asIs` tell. */
export type Seen<All extends FactName, Any extends FactName, AsIs extends FactName = never> = {
  [N in All]: FactValue<N>;
} & { [N in Any]?: FactValue<N> } & { [N in AsIs]: Fact<FactValue<N>> };

/** What a rule may know beside facts; it never reads a clock. */
export interface JudgeContext {
  /** ISO-8601 UTC by the server's clock. */
  now: string;
  fqdn: string | null;
  addresses: readonly string[];
}

export interface Verdict {
  status: Exclude<FindingStatus, 'notRun'>;
  summary: string;
  detail: string;
  repairs?: RepairId[];
}

/**
 * A question that cannot be answered: although its facts are known, or because
 * one of those that may be missing is needed after all. For the latter the
 * frame finds reason and words, as for a fact of `all`.
 */
export type NoVerdict =
  | { status: 'notRun'; reason: 'failed' | 'unsupported'; summary: string; detail: string }
  | { status: 'notRun'; missing: FactName };

/** One check. `judge` is pure and sees only the facts that `needs` names. */
export interface Rule<All extends FactName = never, Any extends FactName = never, AsIs extends FactName = never> {
  id: FindingId;
  /** The question, as in docs/checks.md. */
  title: string;
  /** Articles and documents that the rule follows. */
  kb: readonly string[];
  /**
   * When one fact of `all`, or every fact of a non-empty `any`, is unknown the
   * finding is notRun with its reason, by the frame. Facts of `also` sharpen the
   * answer and may all be missing. Facts of `asIs` come known or not, for a rule
   * to which a reason is an answer: that a service is not installed, say.
   */
  needs: { all: readonly All[]; any: readonly Any[]; also?: readonly Any[]; asIs?: readonly AsIs[] };
  /** When the answer is what, for docs/checks.md; the tests hold the rule to it. */
  concludes: Readonly<Partial<Record<Verdict['status'], string>>>;
  /** notRun on such a rule makes the whole diagnosis incomplete (exit 3). */
  decisive: boolean;
  /** Why the question does not arise on this server, or null when it does. */
  applicable?(seen: Seen<All, Any, AsIs>, context: JudgeContext): string | null;
  judge(seen: Seen<All, Any, AsIs>, context: JudgeContext): Verdict | NoVerdict;
}

/** Gives a rule the types of the facts it names. */
export const defineRule = <
  const All extends FactName,
  const Any extends FactName = never,
  const AsIs extends FactName = never,
>(
  rule: Rule<All, Any, AsIs>,
): Rule<All, Any, AsIs> => rule;
