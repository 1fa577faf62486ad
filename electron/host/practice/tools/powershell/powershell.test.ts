import { describe, expect, it } from 'vitest';
import { toolsOn } from '../../testing/tools-on.ts';

const access = (sections: Record<string, unknown>) => sections['selfAccess'] as Record<string, unknown>;

describe('the script "machine"', () => {
  it('has its sections in order, with start modes and dependents', async () => {
    const { script } = await toolsOn();
    const sections = script('machine');
    expect(Object.keys(sections)).toEqual(['windows', 'services', 'certificates', 'selfAccess']);
    expect(sections['services']).toEqual([
      { name: 'AeXNSClient', startMode: 'Automatic', dependents: [] },
      { name: 'W3SVC', startMode: 'Automatic', dependents: [] },
    ]);
  });

  it('asks the own site as Schannel would', async () => {
    const { world, run, script } = await toolsOn();
    const [certificate] = world.certificates.filter(({ store }) => store === 'MY');
    const good = {
      port: 443,
      address: '10.20.30.7',
      serverName: 'PS07.corp.example',
      outcome: 'completed',
      protocol: 'Tls12',
      certificate: certificate?.der,
      trustErrors: [],
      status: 200,
    };
    const asked = () => access(script('machine'));
    expect(asked()).toEqual(good);
    Object.assign(certificate!, { chain: 'untrusted', chainStatus: ['UntrustedRoot'] });
    expect(asked()).toEqual({ ...good, trustErrors: ['RemoteCertificateChainErrors'] });
    world.windows.fqdn = 'PS08.corp.example';
    expect(asked()['trustErrors']).toEqual(['RemoteCertificateNameMismatch', 'RemoteCertificateChainErrors']);
    world.windows.schannel['TLS 1.2'] = { enabled: 0, disabledByDefault: 1 };
    expect(asked()['protocol']).toBe('Tls11');
    world.httpSys.live[0]!.flags = 0x400;
    expect(asked()['outcome']).toBe('protocol');
    run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    expect(asked()).toMatchObject({ outcome: 'reset', certificate: null, status: null });
    run('sc', 'stop', 'W3SVC');
    expect(asked()).toMatchObject({ outcome: 'refused', address: '' });
  });
});

describe('the scripts of the agent', () => {
  it('tell packages, and say why they cannot', async () => {
    const { world, run, script } = await toolsOn();
    const packages = () => script('agent')['packages'];
    expect(packages()).toHaveLength(2);
    world.rights = 'filtered';
    expect(packages()).toMatchObject({ error: expect.stringContaining('0x80070005') });
    world.rights = 'elevated';
    world.agent!.com = 'refused';
    expect(packages()).toMatchObject({ error: expect.stringContaining('0x80070005') });
    world.agent!.com = 'allowed';
    world.agent!.plugin = null;
    expect(packages()).toEqual({ error: 'the agent has no package service' });
    run('sc', 'stop', 'AeXNSClient');
    expect(packages()).toMatchObject({ error: expect.stringContaining('0x80040154') });
  });

  it('refresh packages, and bring the policy that waits', async () => {
    const { world, now, script } = await toolsOn();
    expect(script('refresh-packages')).toEqual({ refreshPackages: { done: true } });
    expect(world.agent?.packages.map(({ time }) => time)).toEqual([now.toISOString(), now.toISOString()]);
    expect(world.agent?.log.at(-1)?.text).toContain("Creating/updating virtual directory '/pkggroup_{");
    world.agent!.waiting = { publishHttps: false, forceBinding: true };
    expect(script('update-configuration')).toEqual({ updateConfiguration: { done: true } });
    expect(world.agent).toMatchObject({
      policyReceived: now.toISOString(),
      settings: { publishHttps: false, forceBinding: true },
      waiting: null,
    });
  });
});
