import type { InvokeArgs } from '../../../shared/ipc/contract.ts';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { ask } from '../../stores/bridge.ts';

/** What a person chose for a repair; null leaves it to the plan. */
export type Wish = Omit<InvokeArgs<'repair.plan'>, 'repair'>;

export const noWish: Wish = { endpoint: null, certificate: null, takeOver: false };

/** Asks for a plan; why there is none comes with the pushed state, which a reloaded page sees as well. */
export async function planRepair(repair: RepairId, wish: Wish): Promise<void> {
  await ask('repair.plan', { repair, ...wish }).catch(() => undefined);
}
