import { afterAll, describe, it } from 'vitest';
import { faults, repairWithFault, settings, type FaultName, type FaultyRepair } from './repair-faults.ts';

/** What came of each repair, by its program's fault. */
const table: Record<string, Record<string, string>> = {};
afterAll(() => console.table(table));

const repairs = Object.keys(settings) as FaultyRepair[];
const matrix = repairs.flatMap((repair) =>
  (Object.keys(faults) as FaultName[]).map((fault) => [repair, fault] as const),
);

describe.skipIf(process.platform === 'win32')('a repair through winbox whose program fails', () => {
  it.each(matrix)('%s, when it %s', { timeout: 180_000 }, async (repair, fault) => {
    (table[repair] ??= {})[fault] = await repairWithFault(repair, fault);
  });
});
