import type { NotedRepairs } from '../../shared/model/noted-repairs.ts';
import type { Change, ReportDocument } from '../../shared/report/document.ts';
import { notedRepairsOf } from '../host/recorded/noted-repairs.ts';

/** What a bundle tells of the repairs of its case, or that it tells nothing of them. */
export async function changesOfBundle(path: string): Promise<Pick<ReportDocument, 'changes' | 'changesUnknown'>> {
  const noted = await notedRepairsOf(path);
  return noted === null
    ? {
        changes: [],
        changesUnknown: 'This bundle does not tell whether anything was repaired: its case on the server does.',
      }
    : { changes: noted.map(changeOf), changesUnknown: null };
}

const changeOf = (noted: NotedRepairs['repairs'][number]): Change => ({
  ...noted,
  confirmedBy: null,
  steps: [],
  undoing: null,
  backups: [],
  toldBy: 'bundle',
});

/** The same of a report, for the bundle that is written of it; null where nobody knows what was changed. */
export function notedIn({ changes, changesUnknown }: ReportDocument): NotedRepairs | null {
  if (changesUnknown !== null) return null;
  const repairs = changes.map(({ repair, begunAt, endedAt, outcome, detail, afterReboot }) => ({
    repair,
    begunAt,
    endedAt,
    outcome,
    detail,
    afterReboot,
  }));
  return { format: 'package-server-doctor/repairs', version: 1, repairs };
}
