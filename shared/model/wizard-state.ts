import { z } from 'zod';
import { FleetView } from '../fleet/view.ts';
import { AfterReboot } from './after-reboot.ts';
import { Endpoint, Thumbprint } from './endpoint.ts';
import { UnknownReason } from './fact.ts';
import { FactName } from './facts.ts';
import { RepairId } from './repair-id.ts';
import { Plan, RepairOutcome, RepairReport, StepReport } from './repair.ts';
import { Result } from './result.ts';

/** Where one probe stands, for the list that fills while the diagnosis runs. */
export const ProbeProgress = z.object({
  fact: FactName,
  title: z.string(),
  state: z.enum(['waiting', 'running', 'known', 'unknown']),
  reason: z.exactOptional(UnknownReason),
  detail: z.exactOptional(z.string()),
  durationMs: z.int().nullable(),
});
export type ProbeProgress = z.infer<typeof ProbeProgress>;

export const About = z.object({ ticket: z.string().max(60), engineer: z.string().max(80) });
export type About = z.infer<typeof About>;

export const Session = z.object({
  product: z.object({ version: z.string() }),
  platform: z.enum(['windows', 'other']),
  /** Null until a target was chosen. */
  target: z.string().nullable(),
  /**
   * What is shown: a server that can be asked again and repaired, or what was kept or sent; null until a target was chosen.
   */
  source: z.enum(['server', 'files', 'case']).nullable(),
  /** What the start screen offers for this computer; null where it is no Windows Server. */
  ownTarget: z.string().nullable(),
  elevated: z.boolean().nullable(),
  /** What speaks against how and from where this wizard was started, in sentences. */
  startWarnings: z.array(z.string()),
  case: z.string().nullable(),
  /** A repair of an earlier run that was not finished, or null. */
  unfinished: z
    .object({
      case: z.string(),
      /** All about it in sentences, with the names that the console has for them. */
      words: z.string(),
      /** What it waits for; null when a process died in it, or its journal is damaged. */
      waits: z.enum(['person', 'policy', 'reboot']).nullable(),
      /** Null where the journal is damaged: then the words alone tell what there is. `stage` is a sentence. */
      run: z.object({ repair: RepairId, target: z.string(), begunAt: z.string(), stage: z.string() }).nullable(),
    })
    .nullable(),
  /** A case whose repairs still stood before the last restart of Windows: whether they survived was not looked at yet. */
  rebootCheck: z.string().nullable(),
  /** For the report alone; both may be empty. */
  about: About,
});
export type Session = z.infer<typeof Session>;

export const Diagnosis = z.object({
  state: z.enum(['idle', 'running', 'finished', 'cancelled', 'failed']),
  startedAt: z.string().nullable(),
  probes: z.array(ProbeProgress),
  result: Result.nullable(),
  /** The result that stood before the first repair, for the comparison. */
  before: Result.nullable(),
  error: z.string().nullable(),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

export const CertificateCandidate = z.object({
  thumbprint: Thumbprint,
  subject: z.string(),
  notAfter: z.string(),
  recommended: z.boolean(),
  /** Why it stands where it stands, best reason first. */
  reasons: z.array(z.string()),
  /** Those of the reasons that speak against it. */
  doubts: z.array(z.string()),
});
export type CertificateCandidate = z.infer<typeof CertificateCandidate>;

/** A plan that waits for its confirmation. The token is single use and minutes long. */
export const PlanOffer = z.object({
  token: z.string(),
  expiresAt: z.string(),
  plan: Plan,
  endpoint: Endpoint.nullable(),
  certificate: Thumbprint.nullable(),
  candidates: z.array(CertificateCandidate),
  endpoints: z.array(Endpoint),
});
export type PlanOffer = z.infer<typeof PlanOffer>;

/** One repair of this session, or one that an opened case or bundle tells. */
export const PastRepair = z.object({
  repair: RepairId,
  outcome: RepairOutcome,
  at: z.string(),
  case: z.string().nullable(),
  /** The repair itself, or that it was taken back. */
  way: z.enum(['apply', 'resume', 'undo']),
  /** The last look after a restart of Windows; null when nobody has looked since. */
  afterReboot: AfterReboot.nullable(),
  /** Who tells it: the journal of its case, or a bundle that came from elsewhere. */
  toldBy: z.enum(['journal', 'bundle']),
});
export type PastRepair = z.infer<typeof PastRepair>;

/** A repair of the case that is open which nothing took back. */
export const StandingRepair = z.object({
  repair: RepairId,
  /** Why it cannot be taken back; empty where it can. */
  stays: z.array(z.string()),
});
export type StandingRepair = z.infer<typeof StandingRepair>;

/** What a person ticked of the console checklist, in the layout that they see. */
export const Checklist = z.object({
  layout: z.string().nullable(),
  ticked: z.array(z.string()),
});
export type Checklist = z.infer<typeof Checklist>;

export const RepairProgress = z.object({
  state: z.enum(['idle', 'planning', 'planned', 'confirming', 'running', 'finished']),
  repair: RepairId.nullable(),
  offer: PlanOffer.nullable(),
  /** Every step of the run so far, in order: backup, apply, verify, undo. */
  steps: z.array(StepReport),
  /** What is being done at this moment, in words. */
  current: z.string().nullable(),
  report: RepairReport.nullable(),
  error: z.string().nullable(),
  /** Nobody can choose but a person: which certificate, which endpoint. */
  ambiguous: z.boolean(),
  /** What came of the repairs of this session, oldest first. */
  history: z.array(PastRepair),
  /** What still stands of the case, the newest first. */
  standing: z.array(StandingRepair),
  /** The answer to the last question about what is shown was no: whether it was taken back, or gone on with. */
  declined: z.enum(['undo', 'resume']).nullable(),
});
export type RepairProgress = z.infer<typeof RepairProgress>;

/** All that the window shows. The main process owns it; the page keeps a copy. */
export const WizardState = z.object({
  session: Session,
  diagnosis: Diagnosis,
  repair: RepairProgress,
  checklist: Checklist,
  /** A folder of many servers' results, beside the server that is looked at. */
  fleet: FleetView,
});
export type WizardState = z.infer<typeof WizardState>;
