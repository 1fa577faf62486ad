import type { CauseId } from '../../shared/model/cause.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Case } from '../cases/case.ts';
import { caseServerOf, whyOtherServer } from '../cases/same-server.ts';
import { repairOf } from './catalogue.ts';
import type { ApplyHooks, RepairDeps } from './engine.ts';
import { stillStands, type JournalRun } from './journal-runs.ts';
import { locked } from './locked.ts';
import { beforeOf, runsOfCase, tellLostBefore, tellUncompared } from './open-case.ts';
import { startReport } from './report.ts';
import { nowText } from './run-steps.ts';
import { whatIsLost } from './undertake.ts';

/** What can bring an old binding back, by the name of its cause. */
const sources: readonly CauseId[] = ['legacy-metabase', 'policy-not-forced', 'foreign-owner', 'shadowed-endpoint'];

/** Whether this server's Windows was restarted after the last act of a case of its own in which a repair still stands. */
export async function isRebootCheckDue({ host }: Pick<RepairDeps, 'host'>, kept: Case): Promise<boolean> {
  if (whyOtherServer(kept.about(), await caseServerOf(host)) !== null) return false;
  const entries = await kept.journal.read();
  const { bootTime } = await host.describe();
  const last = entries.at(-1)?.at;
  if (bootTime === null || last === undefined || Date.parse(bootTime) <= Date.parse(last)) return false;
  return (await runsOfCase(kept)).some(stillStands);
}

/**
 * KB172128's second path begins with a reboot: asks the server everything again,
 * and says of each repair of the case whether it survived, and if not, what may
 * have brought the old state back. Changes nothing but the journal.
 */
export async function checkAfterReboot(deps: RepairDeps, kept: Case, hooks: ApplyHooks): Promise<RepairReport> {
  const standing = (await runsOfCase(kept)).filter(stillStands);
  const words = 'After the restart of Windows: ask the server everything again, handshakes included';
  const startedAt = nowText();
  hooks.onCurrent(words);
  const after = await deps.diagnose();
  const looks = await Promise.all(
    standing.map(async (run) => ({ run, missing: await missingOf(deps, kept, run, after) })),
  );
  hooks.onCurrent(null);
  const lost = looks.filter(({ missing }) => missing.length > 0);
  await locked(deps, hooks, async () => {
    for (const { run, missing } of looks) {
      const survived = missing.length === 0;
      const detail = survived ? 'It survived the restart of Windows.' : missing.join(' ');
      await kept.journal.append({ mark: 'afterReboot', at: nowText(), run: run.begin.run, survived, detail });
    }
  });
  const unkept = await whatIsLost(() => kept.saveAfter(after));

  const told = (lost[0] ?? looks.at(-1)!).run;
  const before = await beforeOf(deps, kept, told.begin.run);
  const { report, hooks: telling } = startReport({ repair: told.begin.repair, plan: null, before }, hooks);
  tellUncompared(kept, telling);
  await tellLostBefore(kept, told.begin.run, telling);
  const detail = `${lost.length === 0 ? survivedWords(standing) : lostWords(lost, after)}${unkept}`;
  const outcome = lost.length === 0 ? 'done' : 'failed';
  telling.onStep({ words, startedAt, endedAt: nowText(), outcome, detail });
  return report(lost.length === 0 ? 'fixed' : 'notFixed', detail, { case: kept.id, after });
}

const missingOf = async (deps: RepairDeps, kept: Case, { begin }: JournalRun, after: Result): Promise<string[]> =>
  repairOf(begin.repair).unproven(begin, await beforeOf(deps, kept, begin.run), after);

const namesOf = (runs: readonly JournalRun[]): string => [...new Set(runs.map(({ begin }) => begin.repair))].join(', ');

const survivedWords = (runs: readonly JournalRun[]): string =>
  `What was repaired has survived the restart of Windows (${namesOf(runs)}), as the findings and handshakes show.`;

function lostWords(lost: readonly { run: JournalRun; missing: string[] }[], after: Result): string {
  const seen = lost.flatMap(({ missing }) => missing).join(' ');
  const why = after.causes
    .filter(({ id }) => sources.includes(id))
    .map(({ title, likelihood }) => `${title} (${likelihood})`);
  const source =
    why.length > 0
      ? `What may have brought the old state back: ${why.join('; ')}.`
      : 'What brought the old state back cannot be told from what was read.';
  return `Not all has survived the restart of Windows: ${namesOf(lost.map(({ run }) => run))}. ${seen} ${source} For a binding that comes back after a restart KB172128 has its second remedy, force-overwrite.`;
}
