import type { RepairId } from '../../shared/model/repair-id.ts';
import { UserError } from '../app/user-error.ts';
import { caseServerOf } from '../cases/same-server.ts';
import type { Host } from '../host/host.ts';
import type { RepairDeps } from './engine.ts';
import { unfinishedWords, waitingFor, type JournalRun } from './journal-runs.ts';
import { nowText } from './run-steps.ts';
import { readBack } from './steps/step.ts';

/**
 * No new repair on top of a half one: what an earlier process left on this
 * server must be resumed or undone first, for only its journal knows the old
 * record. A run of which the server shows nothing (it never had an effect, or
 * somebody has changed the record since) is closed. To be called when the live
 * state has just been read, for a record that cannot be read shows nothing
 * either. What waits stands in the way of nothing but the same repair.
 *
 * @throws UserError busy; failed when a journal cannot be read
 */
export async function settleUnfinished(
  { host, cases }: Pick<RepairDeps, 'host' | 'cases'>,
  next: RepairId,
): Promise<void> {
  for (const open of await cases.openRuns(await caseServerOf(host))) {
    if ('problem' in open) throw new UserError('failed', open.problem);
    const { case: id, run } = open;
    const waits = waitingFor(run) !== null;
    if (waits ? run.begin.repair === next : await standsInTheMiddle(host, run)) {
      throw new UserError(
        'busy',
        `${unfinishedWords(run)} Do that first: case ${id} on the first screen of the wizard, or psdoctor resume ${id}, or psdoctor undo ${id}. Nothing was changed.`,
      );
    }
    if (waits) continue;
    const detail = 'Closed at the next repair: the server shows nothing of this run.';
    const { journal } = await cases.open(id);
    await journal.append({ mark: 'end', at: nowText(), run: run.begin.run, outcome: 'failed', detail });
  }
}

async function standsInTheMiddle(host: Host, { steps }: JournalRun): Promise<boolean> {
  const begun = steps.filter(({ state }) => state !== 'waiting' && state !== 'undone');
  for (const { step, state } of begun.toReversed()) {
    const { isBefore, isAfter, partly = false } = await readBack(step, host);
    if (isBefore && state !== 'done') continue;
    if (isAfter || partly || state === 'altered') return true;
  }
  return false;
}
