import { explainAll } from '../../shared/causes/frame.ts';
import { unknown } from '../../shared/model/fact.ts';
import type { FactName, Facts } from '../../shared/model/facts.ts';
import type { Finding } from '../../shared/model/finding.ts';
import type { Result } from '../../shared/model/result.ts';
import { rules } from '../../shared/rules/catalogue.ts';
import { judgeAll } from '../../shared/rules/frame.ts';
import type { JudgeContext } from '../../shared/rules/rule.ts';
import type { Share } from './reading.ts';

type Rule = (typeof rules)[number];

/**
 * Judges facts of which some came only in part: a finding that would rest on what
 * is missing is judged again without that fact, and so is notRun with the reason.
 */
export function judgeShares(
  facts: Facts,
  shares: ReadonlyMap<FactName, Share>,
  context: JudgeContext,
): Pick<Result, 'findings' | 'causes'> {
  const findings = rules.map((rule) => judgeShare(rule, facts, shares, context));
  return { findings, causes: explainAll(findings, forCauses(facts, shares), context) };
}

function judgeShare(rule: Rule, facts: Facts, shares: ReadonlyMap<FactName, Share>, context: JudgeContext): Finding {
  const { all, any, also = [], asIs = [] } = rule.needs;
  const named = new Set<FactName>([...all, ...any, ...also, ...asIs]);
  const [finding] = judgeAll(facts, [rule], context);
  if (finding === undefined || finding.status === 'notRun') return finding!;
  for (const [name, share] of shares) {
    const fact = facts[name];
    if (fact?.state !== 'known' || !named.has(name) || share.holds(finding)) continue;
    const { reason, words } = share;
    return judgeShare(rule, { ...facts, [name]: unknown(reason, words, fact.evidence) }, shares, context);
  }
  return finding;
}

/** A cause asks which certificates the stores hold, and sent ones do not tell. */
function forCauses(facts: Facts, shares: ReadonlyMap<FactName, Share>): Facts {
  const share = shares.get('certificates');
  // Not notRecorded: nobody shall be asked for them again.
  return share === undefined ? facts : { ...facts, certificates: unknown('failed', share.words) };
}
