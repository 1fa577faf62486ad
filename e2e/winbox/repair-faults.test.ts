import { describe, it } from 'vitest';
import { repairWithFault, type FaultName, type FaultyRepair } from './repair-faults.ts';

// One fault for each program, each fault but one; the whole matrix is in the full tests.
describe.skipIf(process.platform === 'win32')(
  'a repair through winbox whose program fails is never called fixed',
  () => {
    it.each<[FaultyRepair, FaultName]>([
      ['rebind-certificate', 'exits 0 without effect'],
      ['restart-agent', 'hangs'],
      ['install-features', 'is missing'],
      ['repair-private-key', 'prints garbage'],
    ])('%s, when it %s', { timeout: 120_000 }, async (repair, fault) => {
      await repairWithFault(repair, fault);
    });
  },
);
