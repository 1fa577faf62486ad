import type { Cause } from '../model/cause.ts';
import type { RepairId } from '../model/repair-id.ts';

/**
 * The path of the article (KB172128), every repair in its place; one that the article does not name stands before
 * what it must come before.
 */
export const pathOrder: readonly RepairId[] = [
  'install-features',
  'remove-legacy-metabase',
  'create-https-binding',
  'enable-https-protocol',
  'start-site',
  'repair-private-key',
  'remove-shadowing-record',
  'rebind-certificate',
  'force-overwrite',
  'restart-agent',
  'refresh-packages',
];

/**
 * The repair to go on with: what each cause asks for first, of the causes that are more than possible where there are
 * any, and of these what comes first on the path. Null where all that is left is advice.
 *
 * @param done what was done already and still stands: a cause then asks for its next remedy
 */
export function nextRemedy(
  causes: readonly Pick<Cause, 'likelihood' | 'remedies'>[],
  done: ReadonlySet<RepairId> = new Set(),
): RepairId | null {
  const sure = causes.filter(({ likelihood }) => likelihood !== 'possible');
  const asked = (sure.length > 0 ? sure : causes).flatMap(({ remedies }) => remedies.find((id) => !done.has(id)) ?? []);
  return pathOrder.find((id) => asked.includes(id)) ?? null;
}
