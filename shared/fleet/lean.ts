import { z } from 'zod';
import { Likelihood } from '../model/cause.ts';
import { factSchema, unknown } from '../model/fact.ts';
import { factValues, type Facts } from '../model/facts.ts';
import { FindingStatus } from '../model/finding.ts';
import { TargetInfo } from '../model/result.ts';

const used = ['iisConfig', 'iisView', 'httpSysLive', 'certificates', 'agent', 'agentLog', 'windows'] as const;

/** A fact that this version cannot read is not known; the rest of the result still counts. */
const facts = z.object(
  Object.fromEntries(
    used.map((name) => [
      name,
      z.exactOptional(factSchema(factValues[name])).catch(unknown('unsupported', 'written by another version')),
    ]),
  ),
) as unknown as z.ZodType<Facts>;

/**
 * A result document as far as a fleet's list reads it. Ids that this version does
 * not know are let pass: a fleet is diagnosed by more than one version.
 */
export const LeanResult = z.object({
  product: z.object({ version: z.string() }),
  target: TargetInfo,
  startedAt: z.string(),
  durationMs: z.int().nonnegative().catch(0),
  facts: facts,
  findings: z.array(z.object({ id: z.string(), status: FindingStatus })),
  causes: z.array(z.object({ id: z.string(), title: z.string(), likelihood: Likelihood })),
});
export type LeanResult = z.infer<typeof LeanResult>;

/** What `psdoctor repair --json` left, as far as it is read. */
export const LeanRepair = z.object({
  repair: z.string(),
  outcome: z.string(),
  before: LeanResult,
  after: LeanResult.nullable(),
});
