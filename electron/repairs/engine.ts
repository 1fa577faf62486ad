import type { RepairId } from '../../shared/model/repair-id.ts';
import type { Plan, RepairReport, StepReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import type { PlanOffer } from '../../shared/model/wizard-state.ts';
import type { Case } from '../cases/case.ts';
import type { CaseStore } from '../cases/store.ts';
import type { Host } from '../host/host.ts';
import { applyOffer } from './apply-offer.ts';
import { repairOf } from './catalogue.ts';
import { fingerprint, readLiveState } from './live-state.ts';
import { locked } from './locked.ts';
import { createOffers } from './offers.ts';
import { planDocument } from './plan-document.ts';
import type { RepairRequest } from './repair.ts';
import { resumeCase } from './resume.ts';
import type { Patience } from './steps/step-kind.ts';
import { settleUnfinished } from './settle-unfinished.ts';
import { undoCase } from './undo-case.ts';

export type { RepairRequest } from './repair.ts';

export interface RepairDeps {
  host: Host;
  cases: CaseStore;
  /** Asks the server everything again. */
  diagnose(): Promise<Result>;
  /** The diagnosis that the repair rests on. */
  before(): Promise<Result>;
  /** The case that the first repair goes on with; default: it opens a new one. */
  continues?: Case | undefined;
  /** For tests: shorter waits. */
  patience?: Patience;
}

export interface ApplyHooks {
  /** Asks the person; false declines. */
  confirm(plan: Plan): Promise<boolean>;
  /** What is being done at this moment, or null when nothing is. */
  onCurrent(words: string | null): void;
  onStep(step: StepReport): void;
  /** Aborted: the running step ends and nothing starts anew; the case offers resume and undo. */
  signal?: AbortSignal;
}

export interface RepairEngine {
  /**
   * Reads the live state and returns the exact steps with a token that is good once.
   *
   * @throws UserError ambiguous, notFound, refused
   */
  plan(request: RepairRequest): Promise<PlanOffer>;
  /**
   * Confirms, reads again, backs up, applies, proves, and takes back what is not
   * proven. The report's outcome comes from the findings.
   *
   * @throws UserError stalePlan, busy, refused, failed: nothing was changed, unless the message says so
   */
  apply(token: string, hooks: ApplyHooks): Promise<RepairReport>;
  /**
   * Goes on with a case: finishes what a dead process left, or its undo; what has
   * waited for a reboot, a policy or a person; else, after a restart of Windows,
   * looks whether the repairs survived.
   *
   * @throws UserError as apply
   */
  resume(caseId: string, hooks: ApplyHooks): Promise<RepairReport>;
  /** Takes back all that still stands of a case, newest repair first. @throws UserError as apply */
  undo(caseId: string, hooks: ApplyHooks): Promise<RepairReport>;
  /** The same for the newest repair that can be taken back, and no other. @throws UserError as apply */
  undoNewest(caseId: string, hooks: ApplyHooks): Promise<RepairReport>;
  /** Refuses when a repair of this server is in its middle. @throws UserError busy, failed */
  refuseUnfinished(repair: RepairId): Promise<void>;
  /** Drops the open plan. */
  forget(): void;
}

/** The executor: plan, confirm, re-read, back up, journal, apply, verify, undo when not proven. */
export function createRepairEngine(deps: RepairDeps): RepairEngine {
  const offers = createOffers();
  const context = { current: deps.continues ?? null };
  return {
    async plan(request) {
      const repair = repairOf(request.repair);
      const state = await readLiveState(deps.host, repair.needs);
      const design = repair.design(request, state);
      const backups = design.steps.length === 0 ? [] : repair.backups.map((backup) => backup.words(design));
      const plan = planDocument(repair, deps.host.name, design.steps, design, backups);
      const { elevated } = state.facts.elevation;
      const token = offers.issue({ repair, request, design, plan, elevated, fingerprint: fingerprint(state) });
      const { endpoint, certificate, candidates, endpoints } = design;
      return { ...token, plan, endpoint, certificate, candidates, endpoints };
    },
    apply: async (token, hooks) => applyOffer(deps, context, offers.take(token), hooks),
    resume: (caseId, hooks) => resumeCase(deps, caseId, hooks),
    undo: (caseId, hooks) => undoCase(deps, caseId, hooks),
    undoNewest: (caseId, hooks) => undoCase(deps, caseId, hooks, true),
    refuseUnfinished: (repair) => locked(deps, { onCurrent: () => {} }, () => settleUnfinished(deps, repair)),
    forget: () => offers.forget(),
  };
}
