import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';

type Program = ChildProcessByStdio<null, Readable, Readable>;

/** Node's code of why a program was not started. */
export interface NotStarted {
  code: string | undefined;
}

/**
 * Starts a program in a folder, with an environment of its own: no shell, no
 * stdin, no window.
 *
 * By Node's own spawn, because libraries around it (cross-spawn, and what is built
 * on it) hand a program that they do not find to the shell that ComSpec names, on
 * Windows: a variable of the person's, in an elevated process. Seen under Wine,
 * with appcmd on a Windows without IIS.
 *
 * @throws TypeError for an argument that no program can be given
 */
export async function startProgram(
  binary: string,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Program | NotStarted> {
  let child: Program;
  try {
    child = spawn(binary, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A process group of its own is how the tree is found again outside Windows.
      detached: process.platform !== 'win32',
    });
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return { code: (error as NodeJS.ErrnoException).code };
  }
  // It stays: a process that cannot be ended is told in the same way.
  const failed = new Promise<string | undefined>((resolve) => {
    child.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
  });
  return child.pid === undefined ? { code: await failed } : child;
}
