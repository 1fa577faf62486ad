import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Milliseconds of a whole process; the median. */
function time(args: readonly string[], expected: number, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    if (status !== expected) throw new Error(`It ended with ${status}: ${stderr.toString()}`);
    return performance.now() - began;
  });
  return times.toSorted((a, b) => a - b)[rounds >> 1]!;
}

/** A diagnosis of the practice server on the command line, and a Node that does nothing, both with their start and end. */
export function benchCommandLine(rounds: number): { nodeMs: number; diagnoseMs: number } {
  const psdoctor = join(import.meta.dirname, '..', 'psdoctor', 'psdoctor.js');
  return {
    nodeMs: time(['-e', '0'], 0, rounds),
    // A cause is named: 1.
    diagnoseMs: time([psdoctor, 'diagnose', '--target', 'practice:stale-binding', '--json'], 1, rounds),
  };
}
