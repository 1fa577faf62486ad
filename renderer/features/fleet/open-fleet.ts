import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request } from '../../stores/wizard-store.ts';
import { forgetWish } from './fleet-store.ts';

/** Asks for a folder of results and shows its list. */
export async function openFleet(): Promise<void> {
  const answer = await request(() => ask('fleet.open', undefined));
  if (answer !== 'opened') return;
  forgetWish();
  showStep('fleet');
}
