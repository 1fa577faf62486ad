import type { UnknownFact } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { factWords, reasonAdvice, reasonWords } from './fact-words.ts';
import type { JudgeContext, NoVerdict, Rule, Seen, Verdict } from './rule.ts';
import { paragraphs } from './words.ts';

type AnyRule = Rule<FactName, FactName, FactName>;

/**
 * Judges a server: one finding for each rule, in the order of the rules. A rule
 * whose facts are not known is notRun with their reason, and so is one that
 * throws; a fact that was never asked for counts as not recorded.
 */
export function judgeAll(facts: Facts, rules: readonly AnyRule[], context: JudgeContext): Finding[] {
  return rules.map((rule) => judgeOne(facts, rule, context));
}

const absent: UnknownFact = { state: 'unknown', reason: 'notRecorded', evidence: [] };

function judgeOne(facts: Facts, rule: AnyRule, context: JudgeContext): Finding {
  const { all, any, also = [], asIs = [] } = rule.needs;
  const named = [...new Set([...all, ...any, ...also, ...asIs])];
  const common = {
    id: rule.id,
    kb: [...rule.kb],
    repairs: [],
    evidence: [...new Set(named.flatMap((name) => facts[name]?.evidence ?? []))],
  };
  const isKnown = (name: FactName): boolean => facts[name]?.state === 'known';
  const missing = all.find((name) => !isKnown(name)) ?? (any.some(isKnown) ? undefined : any[0]);
  if (missing !== undefined) return { ...common, ...notKnown(facts, missing, rule) };

  const seen = Object.fromEntries(
    named.flatMap((name): [FactName, unknown][] => {
      const fact = facts[name] ?? absent;
      if (asIs.includes(name)) return [[name, fact]];
      return fact.state === 'known' ? [[name, fact.value]] : [];
    }),
  ) as Seen<FactName, FactName, FactName>;
  try {
    const reason = rule.applicable?.(seen, context) ?? null;
    if (reason !== null) {
      return { ...common, status: 'info', summary: `Does not arise: ${reason}`, detail: reason };
    }
    const verdict: Verdict | NoVerdict = rule.judge(seen, context);
    return 'missing' in verdict ? { ...common, ...notKnown(facts, verdict.missing, rule) } : { ...common, ...verdict };
  } catch {
    const why = 'Not judged: this check met values that it cannot read.';
    const summary = withTitle(rule, why);
    const detail = `${why} The facts themselves are in the evidence. Please report this to the maker of the product.`;
    return { ...common, status: 'notRun', reason: 'failed', summary, detail };
  }
}

/** A reason alone would not say which question has no answer. */
const withTitle = ({ title }: Pick<AnyRule, 'title'>, why: string): string => `${title} ${why}`.trim();

function notKnown(facts: Facts, name: FactName, rule: Pick<AnyRule, 'title'>) {
  const fact = facts[name] ?? absent;
  const { reason, detail } = fact.state === 'unknown' ? fact : absent;
  const why = `Not checked: ${factWords[name]} could not be read, because ${reasonWords[reason]}.`;
  return {
    status: 'notRun' as const,
    reason,
    summary: withTitle(rule, why),
    detail: paragraphs(detail ?? why, reasonAdvice[reason]),
  };
}
