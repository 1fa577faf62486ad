import type { RepairReport } from '../../shared/model/repair.ts';
import type { FactName } from '../../shared/model/facts.ts';
import { accountName } from '../app/account.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { caseServerOf } from '../cases/same-server.ts';
import { carryOut } from './carry-out.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import type { BeginEntry } from './journal-entry.ts';
import { runFrom, type JournalRun } from './journal-runs.ts';
import { fingerprint, readLiveState, type LiveState } from './live-state.ts';
import { locked } from './locked.ts';
import type { Offered } from './offers.ts';
import { runsOfCase } from './open-case.ts';
import { startReport } from './report.ts';
import { nowText } from './run-steps.ts';
import { settleUnfinished } from './settle-unfinished.ts';
import { ended, undertake } from './undertake.ts';

/** The case that the repairs of one engine go to; opened by the first of them. */
export interface EngineContext {
  current: Case | null;
}

/** Carries out a plan that was offered, in the order of the house: confirm, re-read, back up, journal, apply, verify. */
export async function applyOffer(
  deps: RepairDeps,
  context: EngineContext,
  offered: Offered,
  hooks: ApplyHooks,
): Promise<RepairReport> {
  const { repair, plan, design } = offered;
  const before = await deps.before();
  const { report, hooks: telling } = startReport({ repair: repair.id, plan, before }, hooks);

  if (design.steps.length === 0) {
    const after = await deps.diagnose();
    const missing = repair.unproven(design, before, after);
    return missing.length === 0
      ? report('notNeeded', 'The server is already as this repair would make it.', { after })
      : report(
          'notFixed',
          `The server is already as this repair would make it, so the cause lies elsewhere: ${missing.join(' ')}`,
          { after },
        );
  }
  if (deps.host.kind === 'recorded') {
    throw new UserError(
      'refused',
      'This is a recording of a server. A repair can be planned from it, but there is nothing to change.',
    );
  }
  if (!offered.elevated) {
    throw new UserError(
      'refused',
      'Changing this server needs the rights of an administrator, and this program runs without them. Nothing was changed; start it again as administrator.',
    );
  }
  if (!(await hooks.confirm(plan))) return report('declined', 'The plan was declined. Nothing was changed.');

  return locked(deps, hooks, async () => {
    hooks.onCurrent('Reading the state again');
    const state = await readLiveState(deps.host, repair.needs);
    await settleUnfinished(deps, repair.id);
    if (fingerprint(state) !== offered.fingerprint) {
      throw new UserError(
        'stalePlan',
        'The server has changed since this plan was made. Nothing was changed; make a new plan.',
      );
    }
    const { kept, run } = await beforeAnyChange(async () => {
      const own = (context.current ??= await deps.cases.create({
        ...(await caseServerOf(deps.host)),
        server: state.fqdn,
        now: state.now,
      }));
      const next = `${String((await runsOfCase(own)).length + 1).padStart(2, '0')}-${repair.id}`;
      await own.saveBefore(next, before);
      return { kept: own, run: next };
    });
    const lacking = await backUp(deps, kept, run, offered, state, telling);
    if (lacking !== null) return report('failed', lacking, { case: kept.id });
    const begun = await begin(deps, kept, run, offered);
    const carried = await ended(kept, begun, repair, () => carryOut(undertake(deps, kept, begun, before, telling)));
    return report(carried.outcome, carried.detail, { case: kept.id, after: carried.after });
  });
}

/** Why a backup could not be made, or null. */
async function backUp(
  deps: RepairDeps,
  kept: Case,
  run: string,
  { repair, design, plan }: Offered,
  state: LiveState<FactName>,
  hooks: ApplyHooks,
): Promise<string | null> {
  for (const [index, backup] of repair.backups.entries()) {
    const words = `Back up: ${plan.backups[index]}`;
    hooks.onCurrent(words);
    const startedAt = nowText();
    try {
      const detail = await backup.make({ host: deps.host, state, design, case: kept, run });
      hooks.onStep({ words, startedAt, endedAt: nowText(), outcome: 'done', detail });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      hooks.onStep({ words, startedAt, endedAt: nowText(), outcome: 'failed', detail: error.message });
      return `${error.message} Without a backup nothing is changed.`;
    }
  }
  return null;
}

/** From here on the journal knows the run, and what to do with it when this process dies. */
async function begin({ host }: RepairDeps, kept: Case, run: string, { repair, design }: Offered): Promise<JournalRun> {
  const { endpoint, certificate, steps } = design;
  const confirmedBy = accountName();
  const entry: BeginEntry = {
    mark: 'begin',
    at: nowText(),
    run,
    repair: repair.id,
    target: host.name,
    endpoint,
    certificate,
    ...(confirmedBy === null ? {} : { confirmedBy }),
    steps,
  };
  await beforeAnyChange(() => kept.journal.append(entry));
  return runFrom(entry);
}

/** Where the disk refuses what comes before the first step, the server is as it was, and that is said. */
async function beforeAnyChange<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `${error.message} Nothing was changed.`);
  }
}
