import { X509Certificate } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPracticeServer, practiceEvents, type PracticeServer } from '../practice-server.ts';

let server: PracticeServer;

async function start(scenario: string): Promise<void> {
  const started = await createPracticeServer({ scenario });
  onTestFinished(() => started.dispose());
  server = started;
}
const record443 = async () => (await server.world()).httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:443');
async function restartAgent(): Promise<void> {
  await server.change((world) => {
    for (const service of world.services) if (service.name === 'AeXNSClient') service.stopMs = 0;
  });
  for (const verb of ['stop', 'start']) {
    await server.host.run({ name: verb, tool: 'sc', args: [verb, 'AeXNSClient'], timeoutMs: 1000 });
  }
}

describe('events', () => {
  it('are these', () => {
    expect(practiceEvents).toEqual(['reboot', 'policy-forced', 'certificate-renewed', 'other-product-writes']);
  });

  it('reboot: another product writes its record again, and the agent finds that out', async () => {
    await start('policy-not-forced');
    const before = await record443();
    await server.change((world) => {
      const own = world.certificates.find(({ store, chain }) => store === 'MY' && chain === 'trusted')!;
      for (const table of [world.httpSys.live, world.httpSys.registry]) {
        for (const record of table) if (record.endpoint === '0.0.0.0:443') record.hash = own.hash;
      }
    });
    expect(await server.happen('reboot')).toContain('rebooted');
    expect((await record443())?.hash).toBe(before?.hash);
    const { agent, events, windows } = await server.world();
    expect(agent?.log.at(-1)?.text).toContain('could not access its own web site');
    expect(events.filter(({ at }) => at >= windows.bootTime).map(({ id }) => id)).toEqual([12, 6005, 15300, 15301]);
  });

  it('policy-forced: the agent overwrites the record, on its next start and no sooner', async () => {
    await start('policy-not-forced');
    const before = await record443();
    await server.happen('policy-forced');
    expect(await record443()).toEqual(before);
    await restartAgent();
    expect((await record443())?.hash).not.toBe(before?.hash);
    await server.happen('reboot');
    // The other product is first, the agent has the last word.
    expect((await record443())?.appId).toBe('4dc3e181-e14b-4a21-b022-59fc669b0914');
  });

  it('certificate-renewed: a new hash in the store, the old one in the record', async () => {
    await start('healthy');
    const before = await server.world();
    const old = before.httpSys.live[0]?.hash;
    expect(await server.happen('certificate-renewed')).toContain(String(old));
    const after = await server.world();
    expect(after.httpSys).toEqual(before.httpSys);
    expect(after.certificates.map(({ hash }) => hash)).not.toContain(old);
    const [renewed] = after.certificates.filter(({ hash }) => before.certificates.every((one) => one.hash !== hash));
    const read = new X509Certificate(Buffer.from(renewed!.der, 'base64'));
    expect(read.checkHost('ps07.corp.example')).toBeDefined();
    const root = after.certificates.find(({ store }) => store === 'Root')!;
    expect(read.verify(new X509Certificate(Buffer.from(root.der, 'base64')).publicKey)).toBe(true);
    await start('certificate-missing');
    expect(await server.happen('certificate-renewed')).toContain('No certificate');
  });

  it('other-product-writes: a record of somebody else, whatever the scenario', async () => {
    await start('healthy');
    const before = await record443();
    await server.happen('other-product-writes');
    const after = await record443();
    expect(after?.hash).not.toBe(before?.hash);
    expect(after?.appId).not.toBe(before?.appId);
  });
});
