import { describe, it } from 'vitest';
import { repairWithFault } from './repair-faults.ts';

// The worst of them; the whole matrix is in the full tests.
describe.skipIf(process.platform === 'win32')('a repair through winbox whose program fails', () => {
  it('is not called fixed when netsh exits 0 and does nothing', { timeout: 120_000 }, async () => {
    await repairWithFault('rebind-certificate', 'exits 0 without effect');
  });
});
