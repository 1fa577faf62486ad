import { readFileSync } from 'node:fs';

/**
 * The highest resident memory of this process until now, everything in it, in MiB. Linux counts a process's own peak
 * from its start; what getrusage says begins with that of the parent.
 */
export function peakMebibytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s*(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}
