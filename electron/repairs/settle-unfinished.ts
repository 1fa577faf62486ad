import { UserError } from '../app/user-error.ts';
import type { RepairDeps } from './engine.ts';
import { runsOf, unfinishedRun, type JournalRun } from './journal-runs.ts';
import { nowText } from './run-steps.ts';
import { readBack } from './steps/step.ts';
import type { Host } from '../host/host.ts';

/**
 * No new repair on top of a half one: what an earlier process left on this
 * server must be resumed or undone first, for only its journal knows the old
 * record. A run of which the server shows nothing (it never had an effect, or
 * somebody has changed the record since) is closed. To be called when the live
 * state has just been read, for a record that cannot be read shows nothing either.
 *
 * @throws UserError busy
 */
export async function settleUnfinished({ host, cases }: Pick<RepairDeps, 'host' | 'cases'>): Promise<void> {
  for (;;) {
    const left = await cases.unfinished(host.name);
    if (left === null) return;
    const { journal } = await cases.open(left.case);
    const run = unfinishedRun(runsOf(await journal.read()));
    if (run === null) return;
    if (await standsInTheMiddle(host, run)) {
      throw new UserError(
        'busy',
        `${left.words} Do that first: psdoctor resume ${left.case}, or psdoctor undo ${left.case}. Nothing was changed.`,
      );
    }
    const detail = 'Closed at the next repair: the server shows nothing of this run.';
    await journal.append({ mark: 'end', at: nowText(), run: run.begin.run, outcome: 'failed', detail });
  }
}

async function standsInTheMiddle(host: Host, { steps }: JournalRun): Promise<boolean> {
  const begun = steps.filter(({ state }) => state !== 'waiting' && state !== 'undone');
  for (const { step, state } of begun.toReversed()) {
    const { isBefore, isAfter } = await readBack(step, host);
    if (isBefore && state !== 'done') continue;
    return isAfter || state === 'altered';
  }
  return false;
}
