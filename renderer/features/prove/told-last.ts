import type { PastRepair } from '../../../shared/model/wizard-state.ts';
import { wasLost } from '../../../shared/report/words.ts';

/**
 * The repair that is told above the comparison: the newest, or one that a restart of Windows has undone since.
 * What was declined has not made undone what was proven before.
 */
export function toldLast(history: readonly PastRepair[]): PastRepair | undefined {
  const last = history.findLast(({ outcome }) => outcome !== 'declined');
  if (last === undefined) return undefined;
  const isGone = ({ outcome, afterReboot }: PastRepair) =>
    wasLost(outcome, afterReboot) && Date.parse(afterReboot!.at) >= Date.parse(last.at);
  return history.findLast(isGone) ?? last;
}
