import type { FactName } from '../../shared/model/facts.ts';
import type { PushChannel } from '../../shared/ipc/channels.ts';
import type { EvidenceView } from '../../shared/model/evidence-view.ts';
import type { PlanOffer, WizardState } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import type { RepairRequest } from '../repairs/engine.ts';
import { createDiagnosisPart } from './diagnosis-part.ts';
import type { Engines } from './engines.ts';
import { createRepairPart } from './repair-part.ts';
import { createStateHolder } from './state-holder.ts';

/** The truth of one wizard: the page shows it and asks for changes, and never keeps any of its own. */
export interface WizardSession {
  state(): WizardState;
  /** Opens the target and begins; the result is pushed. `again` asks the server that is open already. */
  startDiagnosis(target: string, again: boolean): Promise<void>;
  /** Cancels one probe, or all when `fact` is null. */
  cancelDiagnosis(fact: FactName | null): void;
  evidence(name: string): Promise<EvidenceView | null>;
  evidenceBytes(name: string): Promise<string | null>;
  plan(request: RepairRequest): Promise<PlanOffer>;
  /** Ends when the repair is over: proven, taken back or declined. */
  apply(token: string, confirm: (offer: PlanOffer) => Promise<boolean>): Promise<void>;
  forgetRepair(): void;
  /** The repair that runs at this moment, until it is over; null when none does. */
  runningRepair(): Promise<void> | null;
  /** The system ends: the running step of a repair ends too, and none begins. */
  stopRepair(): void;
  /** Looks for a repair that an earlier run did not finish. */
  lookForUnfinished(): Promise<void>;
  dispose(): Promise<void>;
}

export interface SessionOptions {
  engines: Engines;
  initial: WizardState;
  changed<C extends PushChannel>(slice: C, value: WizardState[C]): void;
  /** Hears of errors that no person caused. */
  logError(where: string, error: unknown): void;
}

export function createWizardSession({ engines, initial, changed, logError }: SessionOptions): WizardSession {
  const holder = createStateHolder(initial, changed);
  const diagnosis = createDiagnosisPart({ holder, engines, logError });
  const repair = createRepairPart({ holder, engines, logError }, diagnosis);

  return {
    state: () => holder.current(),
    async startDiagnosis(target, again) {
      if (repair.running() !== null) {
        throw new UserError('busy', 'A repair is running. It is proven or taken back first.');
      }
      // Asked again after a repair, the comparison with before it stays.
      if (!(again && holder.current().repair.state === 'finished')) repair.forget();
      await diagnosis.start(target, again);
    },
    cancelDiagnosis: (fact) => diagnosis.cancel(fact),
    // Decoding brings all code pages with it: they are loaded when somebody wants to read.
    evidence: async (name) => (await import('./evidence.ts')).evidenceView(diagnosis.host()?.latest(name)),
    evidenceBytes: async (name) => (await import('./evidence.ts')).evidenceBytes(diagnosis.host()?.latest(name)),
    plan: (request) => repair.plan(request),
    apply: (token, confirm) => repair.apply(token, confirm),
    forgetRepair: () => repair.forget(),
    runningRepair: () => repair.running(),
    stopRepair: () => repair.stop(),
    async lookForUnfinished() {
      holder.set('session', { unfinished: await (await engines.cases()).unfinished() });
    },
    async dispose() {
      diagnosis.cancel(null);
      await diagnosis.host()?.dispose();
    },
  };
}
