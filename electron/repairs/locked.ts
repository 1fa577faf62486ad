import type { Host } from '../host/host.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { takeRepairLock } from './lock.ts';
import type { Patience } from './steps/step-kind.ts';

/** repairs.md: an `add` answers 87 transiently for some seconds, a few tries over about 15 s. */
const usualPatience: Patience = { addRetries: [1000, 2000, 4000, 8000], proofRetries: [1000, 3000], lock: 2000 };

export const patienceOf = ({ patience }: RepairDeps): Patience => patience ?? usualPatience;

/** Does something while no other process repairs this server. @throws UserError busy */
export async function locked<T>(deps: RepairDeps, hooks: ApplyHooks, work: () => Promise<T>): Promise<T> {
  const release = await takeRepairLock(await lockName(deps.host), patienceOf(deps).lock);
  try {
    return await work();
  } finally {
    hooks.onCurrent(null);
    await release();
  }
}

/** One computer is one server; practice servers are several, told apart by their boot time. */
async function lockName(host: Host): Promise<string> {
  const name = 'PackageServerDoctor.repair';
  return host.kind === 'practice' ? `${name}.${(await host.describe()).bootTime}` : name;
}
