import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** The process that answers for a box's programs. */
export interface ProgramsProcess {
  port: number;
  /** Ends it, whatever it is doing. */
  stop(): Promise<void>;
}

/** Starts the process behind the programs of a box. It ends with its stdin: with this process, if nobody stops it. */
export async function startPrograms(box: string, script: string): Promise<ProgramsProcess> {
  // Its environment is that of the tools, which inherit nothing; a group of its own outlives this process's.
  const child = spawn(process.execPath, [script, box], {
    cwd: box,
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const told = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)]);
  if (told === null) throw new Error(`${script} has ended: the box has no programs.`);
  return {
    port: Number(told[0]),
    async stop() {
      child.kill();
      await ended;
    },
  };
}
