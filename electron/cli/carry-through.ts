import type { RepairReport } from '../../shared/model/repair.ts';
import type { ApplyHooks } from '../repairs/engine.ts';
import { listen } from './interruption.ts';
import { say } from './paint.ts';

/** Tells on stderr what is being done, a line each. */
export const tellingHooks = (confirm: ApplyHooks['confirm']): ApplyHooks => ({
  confirm,
  onCurrent: (words) => {
    if (words !== null) say(`  ${words}\n`);
  },
  onStep: () => undefined,
});

/**
 * A change that has begun is ended or undone, never left half, and its outcome is
 * told: Ctrl+C says so and waits, and so does a connection that is closed.
 */
export async function withoutInterruption(work: () => Promise<RepairReport>): Promise<RepairReport> {
  const goOn = () => {
    say('A step is running. It is finished and proven, or undone, before psdoctor ends.\n');
  };
  listen(goOn);
  process.on('SIGHUP', goOn);
  try {
    return await work();
  } finally {
    process.off('SIGHUP', goOn);
  }
}
