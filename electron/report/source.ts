import type { Result } from '../../shared/model/result.ts';
import type { RepairReport } from '../../shared/model/repair.ts';
import type { Change, ReportDocument } from '../../shared/report/document.ts';
import { UserError } from '../app/user-error.ts';
import type { Case } from '../cases/case.ts';
import { evidenceOfCase } from '../cases/case-evidence.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import type { EvidenceStore } from '../host/evidence-store.ts';
import { openRecordedHost } from '../host/recorded/recorded-host.ts';
import { recording, type Evidence, type RecordingHost } from '../host/recording.ts';
import { changesOfBundle } from './bundle-changes.ts';
import { changesOf } from './changes.ts';

/** What a report is made of, before anything is hidden. */
export interface ReportSource extends Pick<
  ReportDocument,
  'result' | 'before' | 'changes' | 'changesUnknown' | 'case' | 'about'
> {
  /** The recorded answers; null when only results were kept. */
  evidence: Evidence | null;
  /** What the product has logged of itself, when it is to go into the bundle. */
  productLog?: string | null;
}

const nobody: ReportDocument['about'] = { ticket: '', engineer: '' };

/** A result document alone. */
export const sourceOfResult = (result: Result): ReportSource => ({
  result,
  before: null,
  changes: [],
  changesUnknown: 'A result alone does not tell whether anything was repaired.',
  case: null,
  about: nobody,
  evidence: null,
});

/** What a repair left on stdout: the server before and after, and each step. */
export function sourceOfRepair({ repair, outcome, detail, steps, plan, before, after }: RepairReport): ReportSource {
  const change: Change = {
    repair,
    begunAt: steps[0]?.startedAt ?? before.startedAt,
    endedAt: steps.at(-1)?.endedAt ?? null,
    outcome,
    detail,
    confirmedBy: null,
    steps: steps.map((step) => {
      const planned = plan?.steps.find(({ words }) => words === step.words);
      const { words, outcome: state, startedAt, endedAt } = step;
      return {
        words,
        command: planned?.command ?? null,
        state,
        startedAt,
        endedAt,
        undoneAt: null,
        detail: step.detail ?? '',
        undo: planned?.undo ?? null,
        // The document tells it of the whole plan.
        noUndo: planned?.undo === null ? plan?.cannotBeUndone.join(' ') || null : null,
      };
    }),
    undoing: null,
    backups: plan?.backups ?? [],
    afterReboot: [],
    toldBy: 'journal',
  };
  return {
    ...sourceOfResult(after ?? before),
    before: after === null ? null : before,
    changes: [change],
    changesUnknown: null,
  };
}

/** A source, and what a person should know about it, in sentences. */
export interface ToldSource {
  source: ReportSource;
  warnings: string[];
}

/**
 * A case: what was found before and after, what its journal tells, and what the
 * server answered.
 *
 * @param open the case's server, when it is open: its answers are the newest
 * @throws UserError notFound when it holds no result, failed when it is damaged
 */
export async function sourceOfCase(kept: Case, open: RecordingHost | null = null): Promise<ToldSource> {
  const [before, after, changes, { evidence, warnings }] = await Promise.all([
    kept.before(),
    kept.after(),
    changesOf(kept),
    evidenceOfCase(kept, open),
  ]);
  const result = after ?? before;
  if (result === null) {
    throw new UserError(
      'notFound',
      `Case ${kept.id} holds no result that could be reported. Its folder is ${kept.folder}.`,
    );
  }
  const source: ReportSource = {
    ...sourceOfResult(result),
    before: after === null ? null : before,
    changes,
    changesUnknown: null,
    case: { id: kept.id, folder: kept.folder },
    evidence,
  };
  return { source, warnings };
}

/**
 * An evidence bundle, judged again: what was concluded elsewhere is not trusted.
 *
 * @param store where its answers are kept while it is open
 * @returns the source and how to let it go
 * @throws UserError when it is refused
 */
export async function sourceOfBundle(
  path: string,
  store: EvidenceStore,
): Promise<ToldSource & { close(): Promise<void> }> {
  const recorded = await openRecordedHost(path);
  const evidence = recording(recorded, store);
  try {
    const result = await startDiagnosis(evidence).done;
    return {
      source: { ...sourceOfResult(result), evidence, ...(await changesOfBundle(path)) },
      warnings: recorded.warnings,
      close: () => evidence.dispose(),
    };
  } catch (error) {
    await evidence.dispose();
    throw error;
  }
}
