import { Likelihood, type Cause } from '../model/cause.ts';
import type { FactName, Facts, FactValue } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import type { JudgeContext } from '../rules/rule.ts';
import { causeRules } from './catalogue.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { healthy } from './healthy.ts';
import { undetermined } from './undetermined.ts';

/**
 * Explains findings: every cause that holds, the likeliest first, equal ones in
 * the order of the catalogue; `healthy` only while no other is more than
 * possible. There is always one: `undetermined` when no other holds.
 *
 * @param context the one that the findings were judged with
 */
export function explainAll(findings: readonly Finding[], facts: Facts, context: JudgeContext): Cause[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const causeContext: CauseContext = {
    ...context,
    findings,
    finding: (id) => byId.get(id),
    fact<N extends FactName>(name: N): FactValue<N> | undefined {
      const fact = facts[name];
      return fact?.state === 'known' ? (fact.value as FactValue<N>) : undefined;
    },
    unknownReason(name) {
      const fact = facts[name] ?? { state: 'unknown', reason: 'notRecorded' };
      return fact.state === 'known' ? null : fact.reason;
    },
  };
  const faults = causeRules.flatMap((rule) => explain(rule, causeContext));
  const sure = faults.some(({ likelihood }) => likelihood !== 'possible');
  const found = sure ? faults : [...faults, ...explain(healthy, causeContext)];
  const causes = found.length > 0 ? found : explain(undetermined, causeContext);
  return causes.toSorted((a, b) => Likelihood.options.indexOf(a.likelihood) - Likelihood.options.indexOf(b.likelihood));
}

/** A cause that cannot read a value is not said; it must not hide the findings. */
function explain({ id, title, explain: ask }: CauseRule, context: CauseContext): Cause[] {
  try {
    const verdict = ask(context);
    return verdict === null ? [] : [{ id, title, ...verdict }];
  } catch {
    return [];
  }
}
