import { z } from 'zod';
import { AfterReboot } from './after-reboot.ts';
import { RepairId } from './repair-id.ts';
import { RepairOutcome } from './repair.ts';

/** A kept case, as the start screen offers it. A damaged one has its problem and hides no other. */
export const CaseSummary = z.object({
  id: z.string(),
  server: z.string().nullable(),
  target: z.string().nullable(),
  updatedAt: z.string().nullable(),
  repairs: z.array(z.object({ repair: RepairId, outcome: RepairOutcome, afterReboot: AfterReboot.nullable() })),
  problem: z.string().nullable(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;
