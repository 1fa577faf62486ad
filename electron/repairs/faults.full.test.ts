import { afterAll, describe, it } from 'vitest';
import { expectHonest, faults, runWithFault, settings, type FaultName } from './testing/fault-matrix.ts';
import { printPoints } from './testing/print-points.ts';

/** Every call of every repair, while it is applied, × every way to fail, once and each time. */
const table: { outcome: string; [column: string]: string }[] = [];
afterAll(() => printPoints(table, ({ outcome }) => outcome));

const points = [];
for (const setting of settings) {
  const { calls } = await runWithFault(setting, null, 'hangs', 'once');
  points.push({ ...setting, calls });
}

describe.each(points)('$repair of $scenario on build $build', (setting) => {
  describe.each(setting.calls)('%s', (call) => {
    it.each(Object.keys(faults) as FaultName[])('that %s', { timeout: 60_000 }, async (fault) => {
      for (const often of ['once', 'always'] as const) {
        const run = await runWithFault(setting, call, fault, often);
        const outcome = 'outcome' in run.report ? run.report.outcome : run.report.code;
        table.push({ repair: setting.repair, scenario: setting.scenario, call, fault, often, outcome });
        expectHonest(run);
      }
    });
  });
});
