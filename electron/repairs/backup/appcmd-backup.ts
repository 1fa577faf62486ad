import { UserError } from '../../app/user-error.ts';
import type { Backup } from './backup.ts';

/** What appcmd calls the backup that a run of a case made: it lies with IIS, and not in the case. */
export const appcmdBackupName = (caseId: string, run: string): string => `psdoctor-${caseId}-${run}`;

/**
 * IIS's own backup of its configuration: evidence and last resort. The undo does
 * not use it, for a restore stops the server and brings no HTTP.SYS record back.
 */
export const appcmdBackup: Backup = {
  words: () => 'The IIS configuration, as an appcmd backup',
  async make({ host, case: kept, run }) {
    const backup = appcmdBackupName(kept.id, run);
    const ask = (verb: 'add' | 'list') =>
      host.run({
        name: `appcmd.${verb}.backup.${backup}`,
        tool: 'appcmd',
        args: [verb, 'backup', backup],
        timeoutMs: 60_000,
      });
    const added = await ask('add');
    const listed = await ask('list');
    if (!listed.ok || !listed.stdout.text.includes(backup)) {
      const said = added.exitCode === null ? added.outcome : `exit code ${added.exitCode}`;
      throw new UserError('failed', `appcmd made no backup of the IIS configuration (${said}).`);
    }
    return `The IIS configuration is kept as appcmd backup ${backup}`;
  },
};
