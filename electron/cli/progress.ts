import type { ProbeProgress } from '../../shared/model/wizard-state.ts';

/** Tells on stderr, a line each, which probe answered. Silent when stderr is no terminal. */
export function probeProgress(stream: NodeJS.WriteStream = process.stderr): (progress: ProbeProgress) => void {
  if (!stream.isTTY) return () => undefined;
  return ({ title, state, durationMs, detail }) => {
    if (state === 'known') stream.write(`  read       ${title} (${durationMs ?? 0} ms)\n`);
    if (state === 'unknown') stream.write(`  not known  ${title}: ${detail ?? ''}\n`);
  };
}
