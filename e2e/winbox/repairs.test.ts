import { describe, expect, it } from 'vitest';
import { yes } from '../../electron/repairs/testing/practice-repair.ts';
import { openProduct, type Product } from './product.ts';

const patient = 120_000;

const service = async ({ practice }: Product, name = 'AeXNSClient') =>
  (await practice.world()).services.find((one) => one.name === name)!;

describe.skipIf(process.platform === 'win32')('restart-agent through winbox', () => {
  it('cures restart-needed: sc, powershell, and the log of the agent are real', { timeout: patient }, async () => {
    const product = await openProduct('restart-needed', 'fr-FR');
    const { pid } = await service(product);
    const report = await product.repair('restart-agent');
    expect(report).toMatchObject({ outcome: 'fixed' });
    expect(report.before.causes[0]?.id).toBe('restart-needed');
    expect(report.after?.causes[0]?.id).toBe('healthy');
    expect((await service(product)).pid).not.toBe(pid);
  });

  it('says so when sc cannot be started, and changes nothing', { timeout: patient }, async () => {
    const product = await openProduct('restart-needed', 'fr-FR');
    const { pid } = await service(product);
    await product.box.setFault('sc', { kind: 'exit', code: 1053 }, 'stop');
    const report = await product.repair('restart-agent');
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('1053') });
    expect(await service(product)).toMatchObject({ pid, state: 'running' });
  });
});

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
