import type { RepairId } from '../../../shared/model/repair-id.ts';
import { showStep } from '../../stores/view-store.ts';
import { useWizardStore } from '../../stores/wizard-store.ts';
import { neededStep } from './path.ts';
import { noWish, planRepair } from './plan-repair.ts';
import { goToStep } from './step-place.ts';

/** Goes on with the next step: it is planned by itself. */
export function goOnWith(repair: RepairId): void {
  void planRepair(repair, noWish);
  goToStep(repair);
}

/** Shows the path. What has ended well there makes room for the plan of the next step. */
export function showRemedy(): void {
  const { wizard } = useWizardStore.getState();
  showStep('remedy');
  if (wizard === null) return;
  const { state, report } = wizard.repair;
  const next = neededStep(wizard);
  const ended = state === 'finished' && (report?.outcome === 'fixed' || report?.outcome === 'notNeeded');
  if (ended && next !== null) void planRepair(next, noWish);
}
