import type { RepairReport } from '../../../shared/model/repair.ts';
import type { PracticeServer } from '../../host/practice/practice-server.ts';
import type { RepairEngine } from '../engine.ts';
import { yes } from './yes.ts';

/** The agent notes the time of a policy in whole seconds, and the next one has to be later. */
const noteMs = 1000;

/** What a repair waits for is done in the console, and the case is resumed until it comes to its end. */
export async function afterPolicy(
  server: PracticeServer,
  engine: RepairEngine,
  pending: RepairReport,
): Promise<RepairReport> {
  await server.happen('policy-forced');
  let report = pending;
  for (let again = 0; report.outcome === 'pending' && again < 4; again++) {
    // Time goes by in the world, instead of here.
    await server.change(({ agent }) => {
      if (agent !== null) agent.policyReceived = new Date(Date.parse(agent.policyReceived) - noteMs).toISOString();
    });
    report = await engine.resume(report.case ?? '', yes);
  }
  return report;
}
