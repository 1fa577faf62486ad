import type { RepairReport } from '../../shared/model/repair.ts';
import type { ApplyHooks } from '../repairs/engine.ts';

/** Tells on stderr what is being done, a line each. */
export const tellingHooks = (confirm: ApplyHooks['confirm']): ApplyHooks => ({
  confirm,
  onCurrent: (words) => {
    if (words !== null) process.stderr.write(`  ${words}\n`);
  },
  onStep: () => undefined,
});

/** A change that has begun is ended or undone, never left half: Ctrl+C says so and waits. */
export async function withoutInterruption(work: () => Promise<RepairReport>): Promise<RepairReport> {
  const onInterrupt = () => {
    process.stderr.write('A step is running. It is finished and proven, or undone, before psdoctor ends.\n');
  };
  process.on('SIGINT', onInterrupt);
  try {
    return await work();
  } finally {
    process.off('SIGINT', onInterrupt);
  }
}
