import { z } from 'zod';
import { RepairId } from '../../shared/model/repair-id.ts';
import { RepairOutcome } from '../../shared/model/repair.ts';

/** `2026-01-31-01-ps07`: the day, a number within it, and the server's name where it is known. */
export const CaseId = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{2,}(?:-[a-z0-9-]{1,63})?$/u);
export type CaseId = z.infer<typeof CaseId>;

/** case.json: what was found and done on one server. Times are ISO-8601 UTC. */
export const CaseFile = z.object({
  format: z.literal('package-server-doctor/case'),
  version: z.literal(1),
  id: CaseId,
  target: z.string(),
  server: z.string().nullable(),
  /** What tells the server from every other (its MachineGuid); null where it could not be read, or an earlier version made the case. */
  identity: z.string().nullable().default(null),
  createdAt: z.string(),
  updatedAt: z.string(),
  repairs: z.array(z.object({ run: z.string(), repair: RepairId, outcome: RepairOutcome, endedAt: z.string() })),
});
export type CaseFile = z.infer<typeof CaseFile>;
