import { randomBytes } from 'node:crypto';
import type { Plan } from '../../shared/model/repair.ts';
import { UserError } from '../app/user-error.ts';
import type { AnyRepair, Design, RepairRequest } from './repair.ts';

/** A plan that waits for its confirmation, bound to the state that it was made from. */
export interface Offered {
  repair: AnyRepair;
  request: RepairRequest;
  design: Design;
  plan: Plan;
  elevated: boolean;
  fingerprint: string;
}

const lifeMs = 10 * 60_000;

/** Tokens for plans: 128 random bits, used once, ten minutes long. A new plan replaces the old one. */
export function createOffers() {
  let open: { token: string; expires: number; offered: Offered } | null = null;
  return {
    issue(offered: Offered): { token: string; expiresAt: string } {
      open = { token: randomBytes(16).toString('hex'), expires: Date.now() + lifeMs, offered };
      return { token: open.token, expiresAt: new Date(open.expires).toISOString() };
    },
    /** @throws UserError stalePlan */
    take(token: string): Offered {
      const found = open;
      if (found === null || found.token !== token) {
        throw new UserError(
          'stalePlan',
          'This plan is not open any more: it was used or replaced. Nothing was changed; make a new plan.',
        );
      }
      open = null;
      if (Date.now() > found.expires) {
        throw new UserError('stalePlan', 'This plan is older than ten minutes. Nothing was changed; make a new plan.');
      }
      return found.offered;
    },
    forget() {
      open = null;
    },
  };
}
