import { describe, expect, it } from 'vitest';
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
