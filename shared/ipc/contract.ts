import { z } from 'zod';
import { FleetPage, FleetView, FleetWish } from '../fleet/view.ts';
import { Endpoint, Thumbprint } from '../model/endpoint.ts';
import { EvidenceView } from '../model/evidence-view.ts';
import { FactName } from '../model/facts.ts';
import { Scenario } from '../model/practice.ts';
import { RepairId } from '../model/repair-id.ts';
import { CaseSummary } from '../model/case-summary.ts';
import { Redaction, ReportFormat, ReportPreview } from '../model/report-preview.ts';
import { About, Checklist, Diagnosis, PlanOffer, RepairProgress, Session, WizardState } from '../model/wizard-state.ts';
import type { InvokeChannel, PushChannel } from './channels.ts';
import type { Envelope } from './envelope.ts';

const nothing = z.undefined();
const caseId = z.string().max(100);
const answer = z.object({ name: z.string().max(300), seq: z.int().nullable() });

/**
 * The one contract between page and main process: the arguments and the answer
 * of each channel. The page sends ids and tokens, never a command, a path or
 * an argument of one.
 */
export const invokeContract = {
  'state.get': { args: nothing, value: WizardState },
  'scenarios.list': { args: nothing, value: z.array(Scenario) },
  /**
   * `target` is one that the start screen offers: `windows` or `practice:SCENARIO[:LANGUAGE[:BUILD]]`.
   * `again` asks the server that is open already; without it a practice server starts anew.
   */
  'diagnosis.start': { args: z.object({ target: z.string().max(200), again: z.boolean() }), value: z.null() },
  /** Cancels one probe, or all when `fact` is null. */
  'diagnosis.cancel': { args: z.object({ fact: FactName.nullable() }), value: z.null() },
  /** The answer that was counted so; the newest of its name when `seq` is null. */
  'evidence.get': { args: answer, value: EvidenceView.nullable() },
  /** The raw bytes as a hex dump, at most the first 4 KiB. */
  'evidence.bytes': { args: answer, value: z.string().nullable() },
  'repair.plan': {
    args: z.object({
      repair: RepairId,
      endpoint: Endpoint.nullable(),
      certificate: Thumbprint.nullable(),
      takeOver: z.boolean(),
      /** Of remove-legacy-metabase: the whole key, when one property alone cannot be removed. */
      wholeKey: z.exactOptional(z.boolean()),
    }),
    value: PlanOffer,
  },
  /** Asks natively, then applies and proves. Progress is pushed; the answer comes when all is over. */
  'repair.apply': { args: z.object({ token: z.string().max(100) }), value: z.null() },
  /** Drops a plan or a finished report, so that the step can be planned anew. */
  'repair.forget': { args: nothing, value: z.null() },
  'session.about': { args: About, value: z.null() },
  /** Asks natively which files or which bundle folder; the page never names a path. */
  'sent.open': { args: z.object({ what: z.enum(['files', 'folder']) }), value: z.enum(['opened', 'cancelled']) },
  'cases.list': { args: nothing, value: z.array(CaseSummary) },
  'case.open': { args: z.object({ case: caseId }), value: z.null() },
  /**
   * Goes on with a case, or takes back what stands of it: all, or the newest repair alone. Asks natively first; progress
   * is pushed as for a repair.
   */
  'case.recover': {
    args: z.object({ case: caseId, way: z.enum(['resume', 'undo', 'undoNewest']) }),
    value: z.enum(['done', 'declined']),
  },
  'checklist.tick': {
    args: z.object({ layout: z.string().max(100), item: z.string().max(200).nullable(), ticked: z.boolean() }),
    value: z.null(),
  },
  /** Asks natively which folder of results; the page never names a path. */
  'fleet.open': { args: nothing, value: z.enum(['opened', 'cancelled']) },
  /** The rows that are in sight; ten thousand never come at once. */
  'fleet.page': { args: z.object({ wish: FleetWish, from: z.int().nonnegative().max(10_000_000) }), value: FleetPage },
  /** Opens the newest document of a row, as if it had been sent. */
  'fleet.server': { args: z.object({ id: z.int().nonnegative() }), value: z.null() },
  /** Looks through the whole folder now. */
  'fleet.again': { args: nothing, value: z.null() },
  /** Asks natively for the list of the servers that should be there. */
  'fleet.expect': { args: nothing, value: z.enum(['opened', 'cancelled']) },
  'fleet.close': { args: nothing, value: z.null() },
  'report.preview': { args: z.object({ redaction: Redaction }), value: ReportPreview },
  /** Asks natively where; answers where it was written, or null when nothing was. */
  'report.save': {
    args: z.object({ format: ReportFormat, redaction: Redaction, log: z.boolean() }),
    value: z.string().nullable(),
  },
  /** Whether anybody is there. */
  'app.ping': { args: nothing, value: z.null() },
  'app.restartElevated': { args: nothing, value: z.enum(['restarting', 'declined', 'unsupported']) },
} as const satisfies Record<InvokeChannel, { args: z.ZodType; value: z.ZodType }>;

export const pushContract = {
  session: Session,
  diagnosis: Diagnosis,
  repair: RepairProgress,
  checklist: Checklist,
  fleet: FleetView,
} as const satisfies Record<PushChannel, z.ZodType>;

export type InvokeArgs<C extends InvokeChannel> = z.infer<(typeof invokeContract)[C]['args']>;
export type InvokeValue<C extends InvokeChannel> = z.infer<(typeof invokeContract)[C]['value']>;
export type PushValue<C extends PushChannel> = z.infer<(typeof pushContract)[C]>;

/** What the preload puts into the page as `window.psdoctor`. */
export interface Bridge {
  invoke<C extends InvokeChannel>(channel: C, args: InvokeArgs<C>): Promise<Envelope<InvokeValue<C>>>;
  /** Returns the function that ends the subscription. */
  subscribe<C extends PushChannel>(channel: C, listener: (value: PushValue<C>) => void): () => void;
}
