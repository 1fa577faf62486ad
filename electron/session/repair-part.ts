import type { Plan, RepairReport } from '../../shared/model/repair.ts';
import type { PastRepair, PlanOffer, StandingRepair } from '../../shared/model/wizard-state.ts';
import { notTicked } from '../../shared/repairs/force-overwrite-checklist.ts';
import { errorWords } from '../app/error-words.ts';
import { UserError } from '../app/user-error.ts';
import type { RecordingHost } from '../host/recording.ts';
import type { ApplyHooks, RepairEngine, RepairRequest } from '../repairs/engine.ts';
import { standingOf } from '../cases/standing.ts';
import type { CaseFile } from '../cases/case-file.ts';
import type { DiagnosisPart } from './diagnosis-part.ts';
import { noRepair } from './initial-state.ts';
import type { PartDeps } from './part-deps.ts';

/** What a person is asked before anything is changed. */
export type Question = Pick<PlanOffer, 'plan' | 'endpoint' | 'certificate' | 'candidates'> & {
  way: PastRepair['way'];
  /** The server by its name; a practice server by what it is, too. */
  server: string;
  /** Settings of the console that a person says are set, and has not ticked. */
  notTicked: readonly string[];
};
type RecoverWay = 'resume' | 'undo' | 'undoNewest';
/** What a person answered. */
type Said = 'done' | 'declined';
type CaseRepair = CaseFile['repairs'][number];
type Confirm = (question: Question) => Promise<boolean>;

export interface RepairPart {
  plan(request: RepairRequest): Promise<PlanOffer>;
  apply(token: string, confirm: Confirm): Promise<void>;
  /** Finishes what a case has not finished, or takes back what stands of it; its server must be open. */
  recover(caseId: string, way: RecoverWay, confirm: Confirm): Promise<Said>;
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
  const fresh = () => {
    const { history, standing } = holder.current().repair;
    return { ...noRepair, history, standing };
  };
  const refuseWhenBusy = () => {
    if (running !== null) throw new UserError('busy', 'A repair is running already. It is proven or taken back first.');
  };

  function serverName({ target }: Plan): string {
    const name = holder.current().diagnosis.result?.target.fqdn ?? null;
    if (name === null) return target;
    return target === 'windows' ? name : `${name} (${target})`;
  }

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

  /** The repairs of a case as its journal tells them now: those that stand, and each with how it ended. */
  async function toldOf(caseId: string | null): Promise<Told> {
    if (caseId === null) return { standing: [], repairs: [] };
    try {
      const kept = await (await engines.cases()).open(caseId);
      return { standing: await standingOf(kept), repairs: kept.about().repairs };
    } catch (error) {
      logError('case', error);
      return { standing: [], repairs: [] };
    }
  }

  async function finish(report: RepairReport, way: PastRepair['way'], then: Told): Promise<void> {
    const { repair, outcome, case: caseId } = report;
    const at = report.steps.at(-1)?.endedAt ?? new Date().toISOString();
    const { standing, repairs } = await toldOf(caseId);
    // A look after a restart is told by the outcome itself.
    const own = { repair, outcome, at, case: caseId, way, afterReboot: null, toldBy: 'journal' as const };
    // One undo takes back several repairs: each of them is told.
    const back =
      way === 'undo' ? repairs.filter((each) => each.outcome === 'undone' && !wasUndone(then, each.run)) : [];
    const past =
      back.length === 0
        ? [own]
        : back.map((each) => ({ ...own, repair: each.repair, outcome: each.outcome, at: each.endedAt }));
    const history = [...holder.current().repair.history, ...past];
    update({ state: 'finished', repair, report, steps: report.steps, current: null, history, standing });
    if (caseId !== null) holder.set('session', { case: caseId });
    if (report.after !== null) {
      const before = holder.current().diagnosis.before ?? report.before;
      holder.set('diagnosis', { state: 'finished', before, result: report.after, error: null });
    }
  }

  /** From the question to the report; what happens on the way is pushed. */
  async function follow(
    question: (plan: Plan) => Question,
    confirm: Confirm,
    work: (hooks: ApplyHooks) => Promise<RepairReport>,
  ): Promise<RepairReport> {
    stopping = new AbortController();
    return work({
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
  }

  async function run(work: Promise<void>, fails = (error: unknown): never => failed('repair', error)): Promise<void> {
    running = work.catch(fails);
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
        (async () => {
          const question = () => ({ ...offer, way: 'apply' as const, server: serverName(offer.plan), notTicked: [] });
          const report = await follow(question, confirm, async (hooks) => {
            host.phase(offer.plan.repair);
            return (await made).apply(token, hooks);
          });
          await finish(report, 'apply', nothingTold);
        })(),
      );
    },
    async recover(caseId, recoverWay, confirm) {
      refuseWhenBusy();
      const host = openHost();
      const way = recoverWay === 'resume' ? 'resume' : 'undo';
      const { session, checklist, repair: was } = holder.current();
      const { unfinished } = session;
      const set = way === 'resume' && unfinished?.case === caseId && unfinished.waits === 'person';
      const question = (plan: Plan): Question => ({
        plan,
        server: serverName(plan),
        endpoint: null,
        certificate: null,
        candidates: [],
        way,
        notTicked: set ? notTicked(checklist) : [],
      });
      update({ ...fresh(), state: 'planning' });
      let asked = false;
      let said: Said = 'done';
      await run(
        (async () => {
          const then = await toldOf(caseId);
          const report = await follow(
            question,
            (what) => {
              asked = true;
              return confirm(what);
            },
            async (hooks) => {
              host.phase(way);
              return (await engineOf(host))[recoverWay](caseId, hooks);
            },
          );
          // What was done stays in sight when a person says no.
          if (report.outcome === 'declined') {
            said = 'declined';
            holder.set('repair', { ...was, declined: way });
          } else await finish(report, way, then);
        })(),
        (error) => {
          if (asked || !(error instanceof UserError)) return failed('repair', error);
          // Nothing was asked and nothing done: the asker alone is told why.
          holder.set('repair', { ...was, declined: null });
          throw error;
        },
      );
      return said;
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

/** What a case told before and after something was done. */
interface Told {
  standing: StandingRepair[];
  repairs: readonly CaseRepair[];
}

const nothingTold: Told = { standing: [], repairs: [] };

const wasUndone = ({ repairs }: Told, run: string): boolean =>
  repairs.some((each) => each.run === run && each.outcome === 'undone');
