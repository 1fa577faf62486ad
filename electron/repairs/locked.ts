import type { ApplyHooks, RepairDeps } from './engine.ts';
import { takeRepairLock } from './lock.ts';
import type { Patience } from './steps/step-kind.ts';

/**
 * repairs.md: an `add` answers 87 transiently for some seconds, a few tries over
 * about 15 s; a service is waited for at least 90 s. How long the agent takes is
 * not documented.
 */
const usualPatience: Patience = {
  addRetries: [1000, 2000, 4000, 8000],
  proofRetries: [1000, 3000],
  service: 120_000,
  agent: 180_000,
  quiet: 5000,
  look: 1000,
  lock: 2000,
};

/** The practice server's agent acts at once: what it has not logged by then does not come. */
const practicePatience: Patience = { ...usualPatience, agent: 3000, quiet: 0, look: 100 };

export const patienceOf = ({ patience, host }: RepairDeps): Patience =>
  patience ?? (host.kind === 'practice' ? practicePatience : usualPatience);

/** Does something while no other process repairs this server. @throws UserError busy */
export async function locked<T>(
  deps: RepairDeps,
  hooks: Pick<ApplyHooks, 'onCurrent'>,
  work: () => Promise<T>,
): Promise<T> {
  const release = await takeRepairLock(deps.host.repairLock, patienceOf(deps).lock);
  try {
    return await work();
  } finally {
    hooks.onCurrent(null);
    await release();
  }
}
