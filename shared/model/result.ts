import { z } from 'zod';
import { Cause } from './cause.ts';
import { Facts } from './facts.ts';
import { Finding } from './finding.ts';

export const TargetInfo = z.object({
  kind: z.enum(['windows', 'practice', 'recorded', 'files']),
  name: z.string(),
  fqdn: z.string().nullable(),
  addresses: z.array(z.string()),
});
export type TargetInfo = z.infer<typeof TargetInfo>;

/** The document that `diagnose` and `analyze` leave: what was asked, seen and concluded. */
export const Result = z.object({
  format: z.literal('package-server-doctor/result'),
  version: z.literal(1),
  product: z.object({ version: z.string() }),
  target: TargetInfo,
  startedAt: z.string(),
  durationMs: z.int(),
  /** Of `analyze`: what each file was taken for, and what of it counts, in sentences. */
  notes: z.exactOptional(z.array(z.string())),
  facts: Facts,
  findings: z.array(Finding),
  causes: z.array(Cause),
});
export type Result = z.infer<typeof Result>;
