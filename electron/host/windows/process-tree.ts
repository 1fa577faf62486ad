import { execFile } from 'node:child_process';

/**
 * Ends a process that still runs, with everything that it started: the tree on
 * Windows, elsewhere the process group, whose leader it must be.
 *
 * On Windows never call this for a process that has exited: its id may belong to
 * another one by now.
 *
 * @param systemFolder the real System32, where taskkill is
 * @param env the whole environment of taskkill
 */
export async function endProcessTree(pid: number, systemFolder: string, env: Record<string, string>): Promise<void> {
  if (process.platform !== 'win32') return endProcessGroup(pid);
  await new Promise<void>((resolve) => {
    const options = { cwd: systemFolder, env, windowsHide: true, timeout: 5000 };
    // However it ended: whether the process has gone is seen by its own exit.
    execFile(`${systemFolder}\\taskkill.exe`, ['/PID', String(pid), '/T', '/F'], options, () => resolve());
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
