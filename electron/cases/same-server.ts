import type { Host } from '../host/host.ts';
import type { CaseFile } from './case-file.ts';

/** A server as cases know it. Null: what tells it from every other could not be read. */
export interface CaseServer {
  target: string;
  identity: string | null;
}

export const caseServerOf = async (host: Pick<Host, 'name' | 'identity'>): Promise<CaseServer> => ({
  target: host.name,
  identity: await host.identity(),
});

type About = Pick<CaseFile, 'id' | 'target' | 'server' | 'identity'>;

/** Whether a case can be this server's: what could not be read speaks against nothing. */
export const canBeOf = ({ target, identity }: About, now: CaseServer): boolean =>
  target === now.target && (identity === null || now.identity === null || identity === now.identity);

/**
 * Why a case is not this server's, in words, or null. A computer is told by its
 * MachineGuid, for its name and the folder of its cases can be another's too. A
 * case that has none to compare counts as this server's: see `whyUncompared`.
 */
export function whyOtherServer({ id, target, server, identity }: About, now: CaseServer): string | null {
  if (target !== now.target) return `Case ${id} belongs to the target ${target}, not to ${now.target}.`;
  if (identity === null || identity === now.identity) return null;
  if (target.startsWith('practice:')) {
    return `Case ${id} belongs to another practice server of the same scenario. One that is kept is named by its folder when the wizard or psdoctor starts (--practice DIR); one that was not kept has ended with its process, and nothing of it is left to change.`;
  }
  const made = `Case ${id} was made on ${server ?? 'a computer whose name was not read'}`;
  return now.identity === null
    ? `${made}, and whether this is that computer cannot be told: its MachineGuid could not be read (reg query HKLM\\SOFTWARE\\Microsoft\\Cryptography).`
    : `${made}, and this is another computer, or Windows was installed anew on it since: their MachineGuids differ.`;
}

/** Why it cannot be told whether a case is this server's, in words; null where it was compared. */
export function whyUncompared({ id, server, identity }: About): string | null {
  if (identity !== null) return null;
  const names = server === null ? '' : ` It names ${server}.`;
  return `Case ${id} does not hold what tells its server from every other (an earlier version made it, or it could not be read then), so it was not compared with this one.${names}`;
}
