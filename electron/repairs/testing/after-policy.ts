import type { RepairReport } from '../../../shared/model/repair.ts';
import type { PracticeServer } from '../../host/practice/practice-server.ts';
import type { RepairEngine } from '../engine.ts';
import { yes } from './yes.ts';

/** What a repair waits for is done in the console, and the case is resumed until it comes to its end. */
export async function afterPolicy(
  server: PracticeServer,
  engine: RepairEngine,
  pending: RepairReport,
): Promise<RepairReport> {
  await server.happen('policy-forced');
  let report = pending;
  for (let again = 0; report.outcome === 'pending' && again < 4; again++) {
    // The agent notes the time of a policy in whole seconds, and the next one has to be later.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    report = await engine.resume(report.case ?? '', yes);
  }
  return report;
}
