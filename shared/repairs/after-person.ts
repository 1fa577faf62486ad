import type { Cause, CauseId } from '../model/cause.ts';
import type { RepairId } from '../model/repair-id.ts';

const bind: readonly RepairId[] = ['rebind-certificate'];
const restart: readonly RepairId[] = ['restart-agent'];

/** The steps that the advice of a cause names itself: what a person got or gave is bound, or looked at by the agent. */
const named: Partial<Record<CauseId, readonly RepairId[]>> = {
  'certificate-missing': bind,
  'certificate-expired': bind,
  'certificate-name': bind,
  'certificate-usage': bind,
  'missing-site': restart,
  'agent-registry-access': restart,
};

/** Nothing is to be put right, nobody knows what is, or the package service goes away. */
const nothingFollows: readonly CauseId[] = ['healthy', 'undetermined', 'notification-server'];

/**
 * What comes once a person has done what the first cause advises; empty where a repair comes first. Whatever a person
 * puts right, what the other causes ask for waits for it, and the packages are refreshed in the end.
 */
export function afterPerson(causes: readonly Pick<Cause, 'id' | 'remedies'>[]): ReadonlySet<RepairId> {
  const [first, ...others] = causes;
  if (first === undefined || first.remedies.length > 0 || nothingFollows.includes(first.id)) return new Set();
  return new Set([...(named[first.id] ?? []), ...others.flatMap(({ remedies }) => remedies), 'refresh-packages']);
}
