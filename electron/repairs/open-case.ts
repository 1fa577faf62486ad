import type { Result } from '../../shared/model/result.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import type { RepairDeps } from './engine.ts';
import { runsOf, type JournalRun } from './journal-runs.ts';
import { readFacts } from './read-facts.ts';

/** Opens a case of the server that is the target. @throws UserError notFound, failed; refused for another server's */
export async function openCaseOf({ cases, host }: Pick<RepairDeps, 'cases' | 'host'>, caseId: string): Promise<Case> {
  const kept = await cases.open(caseId);
  const { target } = kept.about();
  if (target === host.name) return kept;
  throw new UserError('refused', `Case ${caseId} belongs to the target ${target}, not to ${host.name}.`);
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
    'Changing this server needs the rights of an administrator. Nothing was changed; start psdoctor as administrator.',
  );
}
