import type { RepairId } from '../../../shared/model/repair-id.ts';
import { focusHeadingOf } from '../../stores/focus.ts';

/** Where a step of the path stands on the page. */
export const stepPlace = (repair: RepairId): string => `step-${repair}`;

/** Brings a step into sight and its heading into focus. */
export function goToStep(repair: RepairId): void {
  const place = document.getElementById(stepPlace(repair));
  if (place === null) return;
  place.scrollIntoView({ block: 'start' });
  focusHeadingOf(place);
}
