import { z } from 'zod';
import { Endpoint, Thumbprint } from '../../shared/model/endpoint.ts';
import { RepairId } from '../../shared/model/repair-id.ts';
import { RepairOutcome } from '../../shared/model/repair.ts';
import { Step } from './steps/step.ts';

const common = { at: z.string(), run: z.string() };

/** Apply goes through the steps forwards, undo backwards by their inverses. */
const Direction = z.enum(['apply', 'undo']);
export type Direction = z.infer<typeof Direction>;

/**
 * One line of a journal. It holds typed steps and never a command, so that
 * nothing in the file can be run but what the product itself would do.
 */
export const JournalEntry = z.discriminatedUnion('mark', [
  z.object({
    ...common,
    mark: z.literal('begin'),
    repair: RepairId,
    target: z.string(),
    endpoint: Endpoint.nullable(),
    certificate: Thumbprint.nullable(),
    /** The account that confirmed the plan, where the system tells it. */
    confirmedBy: z.exactOptional(z.string()),
    steps: z.array(Step),
  }),
  /** Written before a step runs; `step` counts from 0. */
  z.object({ ...common, mark: z.literal('before'), direction: Direction, step: z.int() }),
  /** Written after a step was read back; altered: the tool reported success, but the server shows something else. */
  z.object({
    ...common,
    mark: z.literal('after'),
    direction: Direction,
    step: z.int(),
    outcome: z.enum(['done', 'failed', 'altered']),
    detail: z.string(),
    /** The step with what only the server could tell once it was done; absent: as it was planned. */
    did: z.exactOptional(Step),
  }),
  /** Written instead of `after`: the step, and with it the run, waits for something that the product cannot bring about. */
  z.object({
    ...common,
    mark: z.literal('pending'),
    step: z.int(),
    for: z.enum(['person', 'policy', 'reboot']),
    words: z.string(),
  }),
  /** The decision to take everything back, and why. */
  z.object({ ...common, mark: z.literal('undoing'), why: z.string() }),
  z.object({ ...common, mark: z.literal('end'), outcome: RepairOutcome, detail: z.string() }),
  /** A look after a reboot: whether the run that had ended well still stands. */
  z.object({ ...common, mark: z.literal('afterReboot'), survived: z.boolean(), detail: z.string() }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
export type BeginEntry = Extract<JournalEntry, { mark: 'begin' }>;
