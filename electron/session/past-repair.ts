import type { PastRepair } from '../../shared/model/wizard-state.ts';
import type { Change } from '../../shared/report/document.ts';

/** A repair that a bundle tells of, as the wizard shows what was done; nothing of one that did not come to its end. */
export function pastOf({ repair, outcome, endedAt, afterReboot, toldBy }: Change): PastRepair[] {
  if (outcome === null || endedAt === null) return [];
  return [{ repair, outcome, at: endedAt, case: null, way: 'apply', afterReboot: afterReboot.at(-1) ?? null, toldBy }];
}
