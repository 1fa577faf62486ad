import type { FactName } from '../../shared/model/facts.ts';
import type { PushChannel } from '../../shared/ipc/channels.ts';
import type { EvidenceView } from '../../shared/model/evidence-view.ts';
import type { About, PlanOffer, WizardState } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import type { RepairRequest } from '../repairs/engine.ts';
import { createCasesPart, type CasesPart } from './cases-part.ts';
import { createDiagnosisPart } from './diagnosis-part.ts';
import type { Engines } from './engines.ts';
import type { AnswerWish } from './evidence.ts';
import { createFleetPart, type FleetPart } from './fleet-part.ts';
import { noRepair, noTicks } from './initial-state.ts';
import { createRepairPart, type RepairPart } from './repair-part.ts';
import { createReportPart, type ReportPart } from './report-part.ts';
import { openSent } from './sent-part.ts';
import { createStateHolder } from './state-holder.ts';

/** The truth of one wizard: the page shows it and asks for changes, and never keeps any of its own. */
export interface WizardSession {
  state(): WizardState;
  /** Opens the target and begins; the result is pushed. `again` asks the server that is open already. */
  startDiagnosis(target: string, again: boolean): Promise<void>;
  /** Cancels one probe, or all when `fact` is null. */
  cancelDiagnosis(fact: FactName | null): void;
  evidence(wish: AnswerWish): Promise<EvidenceView | null>;
  evidenceBytes(wish: AnswerWish): Promise<string | null>;
  plan(request: RepairRequest): Promise<PlanOffer>;
  /** Ends when the repair is over: proven, taken back or declined. */
  apply: RepairPart['apply'];
  /** Opens the server of a case when it is not open, and goes on with the case or takes it back. */
  recover: RepairPart['recover'];
  forgetRepair(): void;
  /** The repair that runs at this moment, until it is over; null when none does. */
  runningRepair(): Promise<void> | null;
  /** The system ends: the running step of a repair ends too, and none begins. */
  stopRepair(): void;
  /** Looks for what an earlier run left: a repair that was not finished, or that was not looked at after a restart. */
  lookBack(): Promise<void>;
  /** What speaks against how and from where the wizard was started. */
  warnOfStart(warnings: string[]): void;
  setAbout(about: About): void;
  openSent(paths: readonly string[]): Promise<void>;
  cases: Pick<CasesPart, 'list' | 'open' | 'tick'>;
  report: ReportPart;
  fleet: Omit<FleetPart, 'document'> & {
    /** Shows the newest document of a row, as what was sent is shown. */
    openServer(id: number): Promise<void>;
  };
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
  const deps = { holder, engines, logError };
  const diagnosis = createDiagnosisPart(deps);
  const repair = createRepairPart(deps, diagnosis);
  const cases = createCasesPart(deps, diagnosis);
  const report = createReportPart(deps, diagnosis);
  const fleet = createFleetPart(deps);
  /** The server that was opened from the list of a folder. */
  let listed: string | null = null;
  /** The target that the ticket is about; null while it waits for one. */
  let ticketOf: string | null = null;

  function refuseWhileRepairing(): void {
    if (repair.running() !== null) {
      throw new UserError('busy', 'A repair is running. It is proven or taken back first.');
    }
  }

  /** Another server: nothing that was planned, done or ticked on the last one is told of it. */
  function beginAnew(): void {
    repair.forget();
    holder.set('repair', noRepair);
    holder.set('checklist', noTicks);
  }

  /** A ticket is about one server: it goes with the first that is begun with or reported, and with no other. */
  function takeTicket(): void {
    const { target, about } = holder.current().session;
    if (ticketOf !== null && ticketOf !== target) holder.set('session', { about: { ...about, ticket: '' } });
    ticketOf = target;
  }

  /** What a repair left behind: its case has the ticks, and what is unfinished is known. */
  async function settle(): Promise<void> {
    await Promise.all([cases.keepTicks(), cases.lookBack()]).catch((error: unknown) => logError('case', error));
  }

  async function showSent(paths: readonly string[]): Promise<void> {
    refuseWhileRepairing();
    beginAnew();
    listed = null;
    const history = await openSent(paths, diagnosis, engines);
    holder.set('repair', { history });
    takeTicket();
  }

  return {
    state: () => holder.current(),
    async startDiagnosis(target, again) {
      refuseWhileRepairing();
      if (!again) beginAnew();
      // Asked again after a repair, the comparison with before it stays.
      else if (holder.current().repair.state !== 'finished') repair.forget();
      await diagnosis.start(target, again);
      takeTicket();
    },
    cancelDiagnosis: (fact) => diagnosis.cancel(fact),
    // Decoding brings all code pages with it: they are loaded when somebody wants to read.
    evidence: async (wish) => (await import('./evidence.ts')).evidenceView(diagnosis.host(), wish),
    evidenceBytes: async (wish) => (await import('./evidence.ts')).evidenceBytes(diagnosis.host(), wish),
    plan: (request) => repair.plan(request),
    apply: (token, confirm) => repair.apply(token, confirm).finally(settle),
    async recover(caseId, way, confirm) {
      refuseWhileRepairing();
      const target = await cases.targetOf(caseId);
      if (target !== holder.current().session.target || diagnosis.host() === null) {
        beginAnew();
        await cases.takeTicks(caseId);
      }
      await diagnosis.open(target);
      takeTicket();
      return repair.recover(caseId, way, confirm).finally(settle);
    },
    forgetRepair: () => repair.forget(),
    runningRepair: () => repair.running(),
    stopRepair: () => repair.stop(),
    lookBack: () => cases.lookBack(),
    warnOfStart: (startWarnings) => holder.set('session', { startWarnings }),
    setAbout(about) {
      if (about.ticket !== holder.current().session.about.ticket) ticketOf = null;
      holder.set('session', { about });
    },
    openSent: showSent,
    cases: {
      list: () => cases.list(),
      async open(id) {
        refuseWhileRepairing();
        await cases.open(id);
        takeTicket();
      },
      tick: (layout, item, ticked) => cases.tick(layout, item, ticked),
    },
    report: {
      make(redaction, log) {
        takeTicket();
        return report.make(redaction, log);
      },
      preview(redaction) {
        takeTicket();
        return report.preview(redaction);
      },
    },
    fleet: {
      ...fleet,
      async open(folder) {
        const { fleet: last, session } = holder.current();
        await fleet.open(folder);
        // What was opened from one list has nothing to do with another.
        if (folder === last.folder || listed === null || session.target !== listed) return;
        beginAnew();
        await diagnosis.close();
      },
      async openServer(id) {
        await showSent([(await fleet.document(id)).path]);
        listed = holder.current().session.target;
      },
    },
    async dispose() {
      fleet.close();
      diagnosis.cancel(null);
      await diagnosis.host()?.dispose();
    },
  };
}
