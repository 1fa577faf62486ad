import { describe, expect, it } from 'vitest';
import { yes } from '../../electron/repairs/testing/practice-repair.ts';
import { openProduct } from './product.ts';

const patient = 120_000;

describe.skipIf(process.platform === 'win32')('install-features through winbox', () => {
  it('installs what is missing in one call of dism, and the agent takes it up', { timeout: patient }, async () => {
    const product = await openProduct('missing-features', 'en-US');
    const before = await product.practice.world();
    const installed = await product.repair('install-features');
    expect(['fixed', 'pending']).toContain(installed.outcome);
    expect(installed.plan?.steps[0]?.command?.args.join(' ')).toMatch(/enable-feature .*\/all \/norestart/u);
    expect(await product.repair('restart-agent')).toMatchObject({ outcome: 'fixed' });
    expect((await product.diagnose()).causes[0]?.id).toBe('healthy');

    expect(await product.engine.undo(installed.case!, yes)).toMatchObject({ outcome: 'undone' });
    expect((await product.practice.world()).windows.features).toEqual(before.windows.features);
  });
});

describe.skipIf(process.platform === 'win32')('repair-private-key through winbox', () => {
  it('lets certutil link the key, and is proven by handshakes', { timeout: patient }, async () => {
    const product = await openProduct('private-key-missing', 'de-DE');
    const report = await product.repair('repair-private-key');
    expect(report).toMatchObject({ outcome: 'fixed' });
    expect(report.plan?.steps[0]?.command?.args).toContain('-repairstore');
    const { certificates } = await product.practice.world();
    expect(new Set(certificates.flatMap(({ store, key }) => (store === 'MY' ? [key] : [])))).toEqual(
      new Set(['usable']),
    );
  });
});
