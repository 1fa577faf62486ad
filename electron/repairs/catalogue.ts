import type { RepairId } from '../../shared/model/repair-id.ts';
import { UserError } from '../app/user-error.ts';
import type { Repair } from './repair.ts';
import { rebindCertificate } from './rebind-certificate/rebind-certificate.ts';

const repairs: readonly Repair[] = [rebindCertificate];

/** @throws UserError refused for a repair that this version describes and does not do */
export function repairOf(id: RepairId): Repair {
  const repair = repairs.find((known) => known.id === id);
  if (repair !== undefined) return repair;
  throw new UserError(
    'refused',
    `This version does not do ${id} by itself; it does ${repairs.map((known) => known.id).join(', ')}. KB172128 tells how to do it by hand.`,
  );
}
