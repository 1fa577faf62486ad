import type { Result } from '../../shared/model/result.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { caseServerOf, whyOtherServer, whyUncompared } from '../cases/same-server.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { runsOf, type JournalRun } from './journal-runs.ts';
import { readFacts } from './read-facts.ts';
import { nowText } from './run-steps.ts';

/** Opens a case of the server that is the target. @throws UserError notFound, failed; refused for another server's */
export async function openCaseOf({ cases, host }: Pick<RepairDeps, 'cases' | 'host'>, caseId: string): Promise<Case> {
  const kept = await cases.open(caseId);
  const other = whyOtherServer(kept.about(), await caseServerOf(host));
  if (other !== null) throw new UserError('refused', `${other} Nothing was changed.`);
  return kept;
}

/** Says that a case could not be compared with this server, before anything is done and in the report. */
export function tellUncompared(kept: Case, { onCurrent, onStep }: ApplyHooks): void {
  const detail = whyUncompared(kept.about());
  if (detail === null) return;
  onCurrent(detail);
  const at = nowText();
  onStep({
    words: 'Compare this server with that of the case',
    startedAt: at,
    endedAt: at,
    outcome: 'skipped',
    detail,
  });
}

/** Says that what was found before a run was not kept, or is damaged, so that the report's "before" is another. */
export async function tellLostBefore(kept: Case, run: string, { onStep }: ApplyHooks): Promise<void> {
  if ((await kept.before(run)) !== null) return;
  const at = nowText();
  const other =
    (await kept.before()) === null ? 'the server was asked now instead' : 'that of the case is taken instead';
  onStep({
    words: 'Read what was found before this repair',
    startedAt: at,
    endedAt: at,
    outcome: 'skipped',
    detail: `before-${run}.json in ${kept.folder} is damaged or gone: ${other}.`,
  });
}

export const runsOfCase = async (kept: Case): Promise<JournalRun[]> => runsOf(await kept.journal.read());

/** What was found before a run; asked anew where it was not kept. */
export const beforeOf = async (deps: RepairDeps, kept: Case, run: string): Promise<Result> =>
  (await kept.before(run)) ?? (await kept.before()) ?? deps.before();

/** @throws UserError refused */
export async function refuseWithoutRights({ host }: RepairDeps): Promise<void> {
  const { elevation } = await readFacts(host, ['elevation']);
  if (elevation?.state === 'known' && elevation.value.elevated) return;
  throw new UserError(
    'refused',
    'Changing this server needs the rights of an administrator. Nothing was changed; start this program again as administrator.',
  );
}
