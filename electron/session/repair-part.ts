import type { PlanOffer } from '../../shared/model/wizard-state.ts';
import { UserError } from '../app/user-error.ts';
import type { RecordingHost } from '../host/recording.ts';
import type { RepairEngine, RepairRequest } from '../repairs/engine.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import { noRepair } from './initial-state.ts';
import type { PartDeps } from './part-deps.ts';

export interface RepairPart {
  plan(request: RepairRequest): Promise<PlanOffer>;
  apply(token: string, confirm: (offer: PlanOffer) => Promise<boolean>): Promise<void>;
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
  const refuseWhenBusy = () => {
    if (running !== null) throw new UserError('busy', 'A repair is running already. It is proven or taken back first.');
  };

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
    update({ ...noRepair, repair, error: error instanceof Error ? error.message : String(error) });
    throw error;
  }

  async function run(offer: PlanOffer, confirm: (offer: PlanOffer) => Promise<boolean>): Promise<void> {
    update({ state: 'confirming', error: null });
    stopping = new AbortController();
    const report = await (
      await engine!.made
    ).apply(offer.token, {
      signal: stopping.signal,
      async confirm() {
        const yes = await confirm(offer);
        if (yes) update({ state: 'running' });
        return yes;
      },
      onCurrent: (current) => update({ current }),
      onStep: (step) => update({ steps: [...holder.current().repair.steps, step] }),
    });
    update({ state: 'finished', report, steps: report.steps, current: null });
    if (report.case !== null) holder.set('session', { case: report.case });
    if (report.after !== null) {
      holder.set('diagnosis', { state: 'finished', before: report.before, result: report.after });
    }
  }

  return {
    async plan(request) {
      refuseWhenBusy();
      const host = diagnosis.host();
      if (host === null) throw new UserError('notFound', 'No server is open yet: diagnose one first.');
      update({ ...noRepair, state: 'planning', repair: request.repair });
      try {
        const offer = await (await engineOf(host)).plan(request);
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
      running = run(offer, confirm).catch((error: unknown) => failed('repair', error));
      try {
        await running;
      } finally {
        running = null;
      }
    },
    forget() {
      if (running !== null) return;
      holder.set('repair', noRepair);
      void engine?.made.then((made) => made.forget()).catch(() => undefined);
    },
    running: () => running,
    stop: () => stopping.abort(),
  };
}
