import { z } from 'zod';
import { Likelihood } from '../model/cause.ts';

/** healthy: nothing fails; failing: a finding does; incomplete: none does, but a decisive one has no answer. */
export const ServerState = z.enum(['failing', 'incomplete', 'healthy']);
export type ServerState = z.infer<typeof ServerState>;

/** Ids are text: a newer version of the product can know more causes and checks than this one. */
const CauseOf = z.object({ id: z.string(), title: z.string(), likelihood: Likelihood });

const Verdict = z.object({
  /** ISO-8601 UTC, by the server's own clock. */
  at: z.string(),
  state: ServerState,
  causes: z.array(CauseOf),
});

const CertificateOf = z.object({
  thumbprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  notAfter: z.string(),
});

const OwnerOf = z.object({
  kind: z.enum(['iis', 'product', 'zeros', 'unknown']),
  product: z.string().nullable(),
  appId: z.string().nullable(),
});

const RepairOf = z.object({
  repair: z.string(),
  outcome: z.string(),
  /** The document that tells of it. */
  file: z.string(),
});

/** What a fleet's list keeps of one result: enough for a table and for finding what servers have in common. */
export const FleetServer = Verdict.extend({
  /** The full name, or the file's name where the result does not tell one. */
  server: z.string(),
  /** False where the server's name is not known, or hidden by redaction: such results are never taken for one server. */
  named: z.boolean(),
  /** The document or bundle, relative to the folder, with `/`. */
  file: z.string(),
  kind: z.enum(['result', 'repair', 'bundle']),
  /** How long the diagnosis took, by what it says itself; 0 for evidence, which does not say it. */
  durationMs: z.int().nonnegative(),
  /** When the file was written, by the clock of where it lies. */
  fileTime: z.string(),
  /** Which clock said that this is the server's newest result. */
  clock: z.enum(['server', 'file']),
  /** When it was diagnosed by that clock; ISO-8601 UTC. */
  placedAt: z.string(),
  /** Whole days that the newest result of the list is newer by, where those are too many; else null. */
  daysBehind: z.int().nullable(),
  /** What is odd about the clocks, in a sentence. */
  clockNote: z.string().nullable(),
  versions: z.object({ product: z.string(), agent: z.string().nullable(), windows: z.int().nullable() }),
  findings: z.object({ fail: z.array(z.string()), warn: z.array(z.string()), notRun: z.array(z.string()) }),
  /** Who probably wrote the record that serves the site; null where it is not known or there is none. */
  owner: OwnerOf.nullable(),
  /** Thumbprint in the record that serves the site. */
  bound: z.string().nullable(),
  /** The certificate that the site should serve, else the one it serves, as far as the store has it. */
  certificate: CertificateOf.nullable(),
  missingFeatures: z.array(z.string()),
  /** The newest repair that the folder tells of, before one that was not needed any more. */
  repair: RepairOf.nullable(),
  /** The verdict before the first of its repairs, else that of the next older result. */
  before: Verdict.nullable(),
});
export type FleetServer = z.infer<typeof FleetServer>;
export type FleetVerdict = z.infer<typeof Verdict>;
