import { execa } from 'execa';

/**
 * Ends a process that still runs, with everything that it started: the tree on
 * Windows, elsewhere the process group, whose leader it must be.
 *
 * On Windows never call this for a process that has exited: its id may belong to
 * another one by now.
 *
 * @param systemFolder the real System32, where taskkill is
 */
export async function endProcessTree(pid: number, systemFolder: string): Promise<void> {
  if (process.platform !== 'win32') return endProcessGroup(pid);
  await execa(`${systemFolder}\\taskkill.exe`, ['/PID', String(pid), '/T', '/F'], {
    cwd: systemFolder,
    stdio: 'ignore',
    windowsHide: true,
    reject: false,
    timeout: 5000,
  });
}

/** Ends what is left of the process group that `leader` started. */
export function endProcessGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left (ESRCH), or it is not ours to end (EPERM).
  }
}
