import { z } from 'zod';
import { FindingId } from './finding.ts';
import { RepairId } from './repair-id.ts';
import { Result } from './result.ts';

/** A command as it will be run: the tool and its argument array, never a shell line. */
export const Command = z.object({ binary: z.string(), args: z.array(z.string()) });
export type Command = z.infer<typeof Command>;

export const PlanStep = z.object({
  words: z.string(),
  command: Command.nullable(),
  undo: z.object({ words: z.string(), command: Command.nullable() }).nullable(),
});
export type PlanStep = z.infer<typeof PlanStep>;

/** What a repair will do, shown before anything is done. */
export const Plan = z.object({
  format: z.literal('package-server-doctor/plan'),
  version: z.literal(1),
  repair: RepairId,
  target: z.string(),
  steps: z.array(PlanStep),
  /** Other sites and endpoints that the change reaches. */
  alsoHits: z.array(z.string()),
  /** Records that will still be served instead for some clients. */
  stillWins: z.array(z.string()),
  backups: z.array(z.string()),
  cannotBeUndone: z.array(z.string()),
  needsReboot: z.boolean(),
  provenBy: z.array(FindingId),
});
export type Plan = z.infer<typeof Plan>;

export const RepairOutcome = z.enum([
  'fixed',
  'notNeeded',
  'pending',
  'notFixed',
  'undone',
  'declined',
  'refused',
  'failed',
]);
export type RepairOutcome = z.infer<typeof RepairOutcome>;

export const StepReport = z.object({
  words: z.string(),
  startedAt: z.string(),
  endedAt: z.string(),
  outcome: z.enum(['done', 'failed', 'undone', 'skipped']),
  detail: z.exactOptional(z.string()),
});
export type StepReport = z.infer<typeof StepReport>;

/** What a repair did, with the server judged before and after. */
export const RepairReport = z.object({
  format: z.literal('package-server-doctor/repair'),
  version: z.literal(1),
  repair: RepairId,
  case: z.string().nullable(),
  plan: Plan.nullable(),
  outcome: RepairOutcome,
  /** Why it came out this way, in one or two sentences. */
  detail: z.string(),
  steps: z.array(StepReport),
  before: Result,
  after: Result.nullable(),
});
export type RepairReport = z.infer<typeof RepairReport>;
