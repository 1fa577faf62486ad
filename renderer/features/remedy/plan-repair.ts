import type { InvokeArgs } from '../../../shared/ipc/contract.ts';
import { ask } from '../../stores/bridge.ts';

/** Asks for a plan; why there is none comes with the pushed state, which a reloaded page sees as well. */
export async function planRepair(
  wish: Pick<InvokeArgs<'repair.plan'>, 'repair'> & Partial<InvokeArgs<'repair.plan'>>,
): Promise<void> {
  await ask('repair.plan', { endpoint: null, certificate: null, takeOver: false, ...wish }).catch(() => undefined);
}
