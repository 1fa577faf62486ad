import { z } from 'zod';
import { FindingId } from './finding.ts';
import { RepairId } from './repair-id.ts';

/** Every cause, in the order that breaks ties between equal likelihoods. */
export const CauseId = z.enum([
  'notification-server',
  'missing-features',
  'restart-needed',
  'agent-registry-access',
  'agent-stopped',
  'missing-site',
  'stopped-site',
  'missing-https-binding',
  'port-taken',
  'ip-listen',
  'legacy-metabase',
  'shadowed-endpoint',
  'certificate-missing',
  'stale-binding',
  'missing-record',
  'foreign-owner',
  'private-key',
  'certificate-expired',
  'certificate-name',
  'certificate-usage',
  'untrusted-chain',
  'tls-disabled',
  'policy-not-forced',
  'healthy',
  'undetermined',
]);
export type CauseId = z.infer<typeof CauseId>;

/** confirmed: two independent sources say it; likely: one does and nothing speaks against it; possible: documented elsewhere, not contradicted. */
export const Likelihood = z.enum(['confirmed', 'likely', 'possible']);
export type Likelihood = z.infer<typeof Likelihood>;

export const Cause = z.object({
  id: CauseId,
  title: z.string(),
  likelihood: Likelihood,
  because: z.array(FindingId),
  against: z.array(FindingId),
  remedies: z.array(RepairId),
  advice: z.string().nullable(),
});
export type Cause = z.infer<typeof Cause>;
