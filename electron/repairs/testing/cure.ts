import type { Cause } from '../../../shared/model/cause.ts';
import type { RepairReport } from '../../../shared/model/repair.ts';
import { nextRemedy } from '../../../shared/repairs/next-remedy.ts';
import { UserError } from '../../app/user-error.ts';
import { afterPolicy } from './after-policy.ts';
import { practiceRepair, yes, type PracticeRepair } from './practice-repair.ts';

/** More than the longest path has; a loop ends there. */
const mostRepairs = 8;

/** A practice server on which was done what the diagnosis offered, until it offered nothing more. */
export interface Cured extends PracticeRepair {
  first: Awaited<ReturnType<PracticeRepair['server']['world']>>;
  reports: RepairReport[];
  /** The causes after the last repair. */
  causes: Cause[];
}

/**
 * Follows the diagnosis and nothing else: while it offers a remedy, the first one
 * is planned and applied. A repair that waits for the console gets its policy.
 */
export async function cure(scenario: string): Promise<Cured> {
  const setting = await practiceRepair({ scenario });
  const first = await setting.server.world();
  const reports: RepairReport[] = [];
  for (;;) {
    const { causes } = await setting.diagnose();
    const repair = nextRemedy(causes);
    if (repair === null || reports.length === mostRepairs) return { ...setting, first, reports, causes };
    const report = await setting.repair({ repair });
    reports.push(report.outcome === 'pending' ? await afterPolicy(setting.server, setting.engine, report) : report);
  }
}

/** Takes back whatever of the case can be taken back; the words of the first refusal where something cannot. */
export async function undoAll({ engine, reports }: Cured): Promise<{ undone: RepairReport[]; refused: string | null }> {
  const undone: RepairReport[] = [];
  const caseId = reports.findLast((report) => report.case !== null)?.case ?? null;
  for (;;) {
    if (caseId === null) return { undone, refused: null };
    try {
      undone.push(await engine.undo(caseId, yes));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { undone, refused: error.code === 'notFound' ? null : error.message };
    }
  }
}
