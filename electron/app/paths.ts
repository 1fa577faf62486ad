import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where cases, backups and logs lie when nothing else is asked for.
 *
 * An elevated run on Windows keeps them under ProgramData, in a folder that
 * administrators and SYSTEM alone may write: a journal that others can write
 * would hand out elevation. Everybody else has a folder of their own.
 */
export function dataFolder(elevated: boolean, platform: NodeJS.Platform = process.platform, env = process.env): string {
  if (platform === 'win32') {
    const base = elevated
      ? (env['ProgramData'] ?? 'C:\\ProgramData')
      : (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'));
    return join(base, 'PackageServerDoctor');
  }
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'package-server-doctor');
}
