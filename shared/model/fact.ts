import { z } from 'zod';

/** Why something is not known. Never a default value, never a pass. */
export const UnknownReason = z.enum([
  'notElevated',
  'timedOut',
  'cancelled',
  'failed',
  'tooLarge',
  'notInstalled',
  'unsupported',
  'notRecorded',
]);
export type UnknownReason = z.infer<typeof UnknownReason>;

export interface UnknownFact {
  state: 'unknown';
  reason: UnknownReason;
  /** One sentence for a person: what was asked and what came back. */
  detail?: string;
  /** Names of the recorded answers that this rests on. */
  evidence: string[];
}
export interface KnownFact<T> {
  state: 'known';
  value: T;
  evidence: string[];
}
/** What a probe brings back: a value with its sources, or the reason why there is none. */
export type Fact<T> = KnownFact<T> | UnknownFact;

/** The schema of a fact, given the schema of its value. */
export const factSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value, evidence: z.array(z.string()) }),
    z.object({
      state: z.literal('unknown'),
      reason: UnknownReason,
      detail: z.exactOptional(z.string()),
      evidence: z.array(z.string()),
    }),
  ]);

export function known<T>(value: T, evidence: string[]): KnownFact<T> {
  return { state: 'known', value, evidence };
}

export function unknown(reason: UnknownReason, detail: string, evidence: string[] = []): UnknownFact {
  return { state: 'unknown', reason, detail, evidence };
}
