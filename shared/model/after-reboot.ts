import { z } from 'zod';

/** What the last look after a restart of Windows has shown of a repair that had ended well. */
export const AfterReboot = z.object({
  /** When it was looked, ISO-8601 UTC. */
  at: z.string(),
  survived: z.boolean(),
  /** What was seen, in sentences. */
  detail: z.string(),
});
export type AfterReboot = z.infer<typeof AfterReboot>;
