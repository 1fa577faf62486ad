import { z } from 'zod';

/** One recorded answer as the evidence drawer shows it. */
export const EvidenceView = z.object({
  name: z.string(),
  /** Which of the answers of this name it is; they are counted in the order of the questions. */
  seq: z.int(),
  /** All answers of this name, oldest first: a repair asks again, and what was answered before it stays. */
  answers: z.array(z.object({ seq: z.int(), phase: z.string(), at: z.string() })),
  kind: z.enum(['command', 'file', 'folder', 'tls', 'host']),
  /** The command line for reading, the path, or the address. */
  title: z.string(),
  at: z.string(),
  durationMs: z.int(),
  outcome: z.string(),
  exitCode: z.int().nullable(),
  encoding: z.string().nullable(),
  /** Decoded output, at most 200,000 characters; `truncated` says that there is more. */
  text: z.string(),
  truncated: z.boolean(),
  /** What was taken out before it was recorded. */
  filtered: z.array(z.string()),
});
export type EvidenceView = z.infer<typeof EvidenceView>;
