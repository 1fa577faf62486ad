import type { Likelihood } from '../model/cause.ts';
import type { FindingId, FindingStatus } from '../model/finding.ts';
import type { CauseContext } from './cause-rule.ts';

/**
 * How sure findings make a cause: confirmed when two of them, from sources of
 * their own, say it; likely when one does; only possible when something speaks
 * against it.
 */
export function weigh(because: readonly FindingId[], against: readonly FindingId[]): Likelihood {
  if (against.length > 0) return 'possible';
  return because.length > 1 ? 'confirmed' : 'likely';
}

/** Those of the findings that have one of these statuses. */
export const withStatus = (
  context: CauseContext,
  ids: readonly FindingId[],
  ...statuses: readonly FindingStatus[]
): FindingId[] => ids.filter((id) => statuses.some((status) => context.finding(id)?.status === status));
