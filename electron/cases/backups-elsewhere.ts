import { appcmdBackup, appcmdBackupName } from '../repairs/backup/appcmd-backup.ts';
import { repairOf } from '../repairs/catalogue.ts';
import type { JournalRun } from '../repairs/journal-runs.ts';

/** The backups of a run that do not lie in its case: IIS keeps appcmd's. A run begins when its backups are made. */
export const backupsElsewhere = (caseId: string, { begin }: JournalRun): string[] =>
  repairOf(begin.repair).backups.includes(appcmdBackup) ? [`appcmd backup ${appcmdBackupName(caseId, begin.run)}`] : [];
