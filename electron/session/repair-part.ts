import type { Plan, RepairReport } from '../../shared/model/repair.ts';
import type { PastRepair, PlanOffer } from '../../shared/model/wizard-state.ts';
import { errorWords } from '../app/error-words.ts';
import { UserError } from '../app/user-error.ts';
import type { RecordingHost } from '../host/recording.ts';
import type { ApplyHooks, RepairEngine, RepairRequest } from '../repairs/engine.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import { noRepair } from './initial-state.ts';
import type { PartDeps } from './part-deps.ts';

/** What a person is asked before anything is changed. */
export type Question = Pick<PlanOffer, 'plan' | 'endpoint' | 'certificate' | 'candidates'>;
type Confirm = (question: Question) => Promise<boolean>;

export interface RepairPart {
  plan(request: RepairRequest): Promise<PlanOffer>;
  apply(token: string, confirm: Confirm): Promise<void>;
  /** Finishes what a case has not finished, or takes back what stands of it; its server must be open. */
  recover(caseId: string, way: 'resume' | 'undo', confirm: Confirm): Promise<void>;
  /** Drops a plan or a finished report; a repair that runs is left alone. */
  forget(): void;
  running(): Promise<void> | null;
  /** Lets the running step end and begins no other; the case then offers the rest. */
  stop(): void;
}

/** Plans and applies repairs on the server that is open, one at a time. */
export function createRepairPart({ holder, engines, logError }: PartDeps, diagnosis: DiagnosisPart): RepairPart {
  let engine: { host: RecordingHost; made: Promise<RepairEngine> } | null = null;
  let running: Promise<void> | null = null;
  let stopping = new AbortController();

  const update = (change: Parameters<typeof holder.set<'repair'>>[1]) => holder.set('repair', change);
  /** Nothing of the last plan or report stays, only what was done before. */
  const fresh = () => ({ ...noRepair, history: holder.current().repair.history });
  const refuseWhenBusy = () => {
    if (running !== null) throw new UserError('busy', 'A repair is running already. It is proven or taken back first.');
  };

  function openHost(): RecordingHost {
    const host = diagnosis.host();
    if (host !== null) return host;
    throw new UserError('notFound', 'No server is open: what was kept or sent can be read, and nothing be changed.');
  }

  function engineOf(host: RecordingHost): Promise<RepairEngine> {
    if (engine?.host !== host) {
      const before = async () => holder.current().diagnosis.result ?? (await (await engines.diagnose(host, {})).done);
      engine = { host, made: engines.repairs(host, before) };
      // A store that could not be opened is tried again with the next plan.
      engine.made.catch(() => (engine = null));
    }
    return engine.made;
  }

  /** Says in the state why nothing came of it, for a page that is reloaded, and tells the caller too. */
  function failed(where: string, error: unknown): never {
    if (!(error instanceof UserError)) logError(where, error);
    const { repair } = holder.current().repair;
    const ambiguous = error instanceof UserError && error.code === 'ambiguous';
    update({ ...fresh(), repair, error: errorWords(error), ambiguous });
    throw error;
  }

  function finish(report: RepairReport, way: PastRepair['way']): void {
    const { repair, outcome, case: caseId } = report;
    const at = report.steps.at(-1)?.endedAt ?? new Date().toISOString();
    const history = [...holder.current().repair.history, { repair, outcome, at, case: caseId, way }];
    update({ state: 'finished', repair, report, steps: report.steps, current: null, history });
    if (caseId !== null) holder.set('session', { case: caseId });
    if (report.after !== null) {
      const before = holder.current().diagnosis.before ?? report.before;
      holder.set('diagnosis', { state: 'finished', before, result: report.after, error: null });
    }
  }

  /** From the question to the report; what happens on the way is pushed. */
  async function follow(
    way: PastRepair['way'],
    question: (plan: Plan) => Question,
    confirm: Confirm,
    work: (hooks: ApplyHooks) => Promise<RepairReport>,
  ): Promise<void> {
    stopping = new AbortController();
    const report = await work({
      signal: stopping.signal,
      async confirm(plan) {
        update({ state: 'confirming', repair: plan.repair, error: null });
        const yes = await confirm(question(plan));
        if (yes) update({ state: 'running' });
        return yes;
      },
      onCurrent: (current) => update({ current }),
      onStep: (step) => update({ steps: [...holder.current().repair.steps, step] }),
    });
    finish(report, way);
  }

  async function run(work: Promise<void>): Promise<void> {
    running = work.catch((error: unknown) => failed('repair', error));
    try {
      await running;
    } finally {
      running = null;
    }
  }

  return {
    async plan(request) {
      refuseWhenBusy();
      update({ ...fresh(), state: 'planning', repair: request.repair });
      try {
        const offer = await (await engineOf(openHost())).plan(request);
        update({ state: 'planned', offer });
        return offer;
      } catch (error) {
        return failed('plan', error);
      }
    },
    async apply(token, confirm) {
      refuseWhenBusy();
      const { state, offer } = holder.current().repair;
      if (state !== 'planned' || offer === null || offer.token !== token) {
        throw new UserError(
          'stalePlan',
          'This plan is not the one on the table any more. Nothing was changed; plan again.',
        );
      }
      const host = openHost();
      const made = engineOf(host);
      update({ state: 'confirming', error: null });
      await run(
        follow(
          'apply',
          () => offer,
          confirm,
          async (hooks) => {
            host.phase(offer.plan.repair);
            return (await made).apply(token, hooks);
          },
        ),
      );
    },
    async recover(caseId, way, confirm) {
      refuseWhenBusy();
      const host = openHost();
      update({ ...fresh(), state: 'planning' });
      const question = (plan: Plan): Question => ({ plan, endpoint: null, certificate: null, candidates: [] });
      await run(
        follow(way, question, confirm, async (hooks) => {
          host.phase(way);
          return (await engineOf(host))[way](caseId, hooks);
        }),
      );
    },
    forget() {
      if (running !== null) return;
      holder.set('repair', fresh());
      void engine?.made.then((made) => made.forget()).catch(() => undefined);
    },
    running: () => running,
    stop: () => stopping.abort(),
  };
}
