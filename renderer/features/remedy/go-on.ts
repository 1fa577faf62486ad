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

/** Shows the path. What has ended there makes room for the plan of the next step, where that is another one. */
export function showRemedy(): void {
  const { wizard } = useWizardStore.getState();
  showStep('remedy');
  if (wizard === null) return;
  const { state, repair } = wizard.repair;
  const next = neededStep(wizard);
  if (state === 'finished' && next !== null && next !== repair) void planRepair(next, noWish);
}
