import { z } from 'zod';

export const Service = z.object({
  name: z.string(),
  displayName: z.string(),
  kind: z.enum(['own', 'share', 'driver']),
  state: z.enum(['running', 'stopped']),
  /** Where a start or stop is under way: until `at` (ms since 1970) it is pending. */
  pendingUntil: z.number().nullable(),
  pid: z.int(),
  startMode: z.enum(['auto', 'demand', 'disabled']),
  image: z.string(),
  account: z.string(),
  dependsOn: z.array(z.string()),
  /** How long it takes to stop and to start, in ms; null: it hangs in the pending state. */
  stopMs: z.number().nullable(),
  startMs: z.number().nullable(),
});
export type Service = z.infer<typeof Service>;
