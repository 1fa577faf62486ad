import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change, ChangeStep } from '../../shared/report/document.ts';
import { looksAt } from '../cases/after-reboot.ts';
import { backupsElsewhere } from '../cases/backups-elsewhere.ts';
import type { Case } from '../cases/case.ts';
import type { JournalEntry } from '../repairs/journal-entry.ts';
import { runsOf, type JournaledStep, type JournalRun } from '../repairs/journal-runs.ts';
import { inverse, stepWords, toCommand } from '../repairs/steps/step.ts';

/**
 * What a case's journal tells was changed, oldest first, with the backups that
 * lie beside it and with IIS.
 *
 * @throws UserError failed when the journal is damaged
 */
export async function changesOf(kept: Case): Promise<Change[]> {
  const entries = await kept.journal.read();
  const files = await readdir(join(kept.folder, 'backups')).catch(() => []);
  return runsOf(entries).map((run) => {
    const own = entries.filter((entry) => entry.run === run.begin.run);
    const beside = files.filter((file) => file.startsWith(run.begin.run)).toSorted();
    return changeOf(run, own, [...backupsElsewhere(kept.id, run), ...beside]);
  });
}

function changeOf(
  { begin, steps, undoing, end }: JournalRun,
  entries: readonly JournalEntry[],
  backups: string[],
): Change {
  const waits = steps.find(({ waitsFor }) => waitsFor !== null)?.waitsFor;
  return {
    repair: begin.repair,
    begunAt: begin.at,
    endedAt: end?.at ?? null,
    outcome: end?.outcome ?? (waits === undefined || waits === null ? null : 'pending'),
    detail: end?.detail ?? waits?.words ?? '',
    confirmedBy: begin.confirmedBy ?? null,
    steps: steps.map((step, index) => stepOf(step, index, entries)),
    undoing,
    backups,
    afterReboot: looksAt(begin.run, entries),
    toldBy: 'journal',
  };
}

function stepOf({ step, state }: JournaledStep, index: number, entries: readonly JournalEntry[]): ChangeStep {
  const own = entries.filter((entry) => 'step' in entry && entry.step === index);
  const last = own.findLast((entry) => entry.mark === 'after');
  const done = own.findLast((entry) => entry.mark === 'after' && entry.direction === 'apply');
  const back = inverse(step);
  return {
    words: stepWords(step),
    command: toCommand(step),
    state,
    startedAt: own[0]?.at ?? null,
    endedAt: done?.at ?? null,
    undoneAt: state === 'undone' ? (last?.at ?? null) : null,
    detail: last?.detail ?? '',
    undo: back === null ? null : { words: stepWords(back), command: toCommand(back) },
    noUndo: 'noUndo' in step ? step.noUndo : null,
  };
}
