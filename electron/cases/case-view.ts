import type { FindingStatus } from '../../shared/model/finding.ts';
import type { AfterReboot } from '../../shared/model/after-reboot.ts';
import type { PlanStep } from '../../shared/model/repair.ts';
import type { Result } from '../../shared/model/result.ts';
import { describeStep } from '../repairs/plan-document.ts';
import { keptForGood, runsOf, stillStands, type JournalRun } from '../repairs/journal-runs.ts';
import type { JournalEntry } from '../repairs/journal-entry.ts';
import type { CaseFile } from './case-file.ts';
import { looksAt } from './after-reboot.ts';
import { backupsElsewhere } from './backups-elsewhere.ts';
import type { Case } from './case.ts';
import { unfinishedOf, openRunsOf } from './open-runs.ts';

/** What one diagnosis of a case found, in short. */
interface Found {
  at: string;
  causes: { id: string; title: string; likelihood: string }[];
  findings: { id: string; status: FindingStatus; summary: string }[];
}

/** One repair of a case as its journal tells it. */
interface RunView {
  run: string;
  repair: string;
  beganAt: string;
  outcome: string | null;
  detail: string | null;
  steps: (PlanStep & { state: string })[];
  /** Whether `undo` would take it back, or why it cannot be. */
  canBeUndone: boolean;
  cannotBeUndone: string[];
  /** The looks after a restart of Windows. */
  afterReboot: AfterReboot[];
}

/** What `show` tells of a case: what was found, what was done, what is kept, what can be undone. */
export interface CaseView extends CaseFile {
  folder: string;
  unfinished: string | null;
  /** What of the case cannot be read any more. */
  problems: string[];
  before: Found | null;
  after: Found | null;
  runs: RunView[];
  /** The paths of the files that were backed up. */
  backups: string[];
  /** The backups that lie elsewhere: those of appcmd by their names. */
  otherBackups: string[];
}

/** @throws UserError failed when the journal is damaged */
export async function viewCase(kept: Case): Promise<CaseView> {
  const [entries, before, after, backups, problems, open] = await Promise.all([
    kept.journal.read(),
    kept.before(),
    kept.after(),
    kept.backups(),
    kept.problems(),
    openRunsOf(kept),
  ]);
  const runs = runsOf(entries);
  return {
    ...kept.about(),
    folder: kept.folder,
    unfinished: unfinishedOf(open)?.words ?? null,
    problems,
    before: found(before),
    after: found(after),
    runs: runs.map((run) => viewRun(run, entries)),
    backups,
    otherBackups: runs.flatMap((run) => backupsElsewhere(kept.id, run)),
  };
}

const found = (result: Result | null): Found | null =>
  result && {
    at: result.startedAt,
    causes: result.causes.map(({ id, title, likelihood }) => ({ id, title, likelihood })),
    findings: result.findings
      .filter(({ status }) => status === 'fail' || status === 'warn')
      .map(({ id, status, summary }) => ({ id, status, summary })),
  };

function viewRun(run: JournalRun, entries: readonly JournalEntry[]): RunView {
  const { begin, end, steps } = run;
  const cannotBeUndone = keptForGood(run);
  return {
    run: begin.run,
    repair: begin.repair,
    beganAt: begin.at,
    outcome: end?.outcome ?? null,
    detail: end?.detail ?? null,
    steps: steps.map(({ step, state }) => ({ ...describeStep(step), state })),
    canBeUndone: (end === null || stillStands(run)) && cannotBeUndone.length === 0,
    cannotBeUndone,
    afterReboot: looksAt(begin.run, entries),
  };
}
