import type { ProbeProgress } from '../../shared/model/wizard-state.ts';
import { say } from './paint.ts';

/** Tells on stderr, a line each, which probe answered. Silent when stderr is no terminal. */
export function probeProgress(): (progress: ProbeProgress) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return ({ title, state, durationMs, detail }) => {
    if (state === 'known') say(`  read       ${title} (${durationMs ?? 0} ms)\n`);
    if (state === 'unknown') say(`  not known  ${title}: ${detail ?? ''}\n`);
  };
}
