import { z } from 'zod';
import { AfterReboot } from './after-reboot.ts';
import { RepairId } from './repair-id.ts';
import { RepairOutcome } from './repair.ts';

/** No case comes near it. */
const most = 1000;

/**
 * What a bundle tells of the repairs of its case: what was done and how it ended,
 * and no command, for a bundle comes from elsewhere.
 */
export const NotedRepairs = z.object({
  format: z.literal('package-server-doctor/repairs'),
  version: z.literal(1),
  /** Oldest first. Times are ISO-8601 UTC. */
  repairs: z
    .array(
      z.object({
        repair: RepairId,
        begunAt: z.iso.datetime(),
        endedAt: z.iso.datetime().nullable(),
        /** Null when it did not come to its end. */
        outcome: RepairOutcome.nullable(),
        detail: z.string(),
        afterReboot: z.array(AfterReboot.extend({ at: z.iso.datetime() })),
      }),
    )
    .max(most),
});
export type NotedRepairs = z.infer<typeof NotedRepairs>;
