import { beforeEach, describe, expect, it } from 'vitest';
import { iisRecord } from '../iis.ts';
import { toolsOn } from '../testing/tools-on.ts';
import { filesOf } from '../virtual-files.ts';

let on: Awaited<ReturnType<typeof toolsOn>>;
beforeEach(async () => {
  on = await toolsOn();
  for (const service of on.world.services) Object.assign(service, { stopMs: 0, startMs: 0 });
});

/** Restarts the agent; gives what it wrote into its log meanwhile. */
function restart(): string[] {
  const before = on.world.agent!.log.length;
  expect(on.run('sc', 'stop', 'AeXNSClient').exitCode).toBe(0);
  expect(on.run('sc', 'start', 'AeXNSClient').exitCode).toBe(0);
  return on.world.agent!.log.slice(before).map(({ text }) => text);
}

const directories = () => on.world.iis.sites[0]?.applications[0]?.virtualDirectories.map(({ path }) => path);
const record443 = () => on.world.httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:443');
const notByHttps = 'Package Server could not access own Web Site using HTTPS';

describe('the agent at its start', () => {
  it('creates its virtual directories and finds its own site', () => {
    on.world.iis.sites[0]!.applications[0]!.virtualDirectories.splice(1);
    expect(restart()).toEqual([
      'Loading client object: Altiris.AeXNSCPkgSvr',
      'Starting client object: Altiris.AeXNSCPkgSvr',
      'Creating base virtual directory /lm/w3svc/1/ROOT/Altiris.',
      expect.stringContaining("Creating/updating virtual directory '/pkggroup_{7f4c1f3e"),
      expect.stringContaining("Creating/updating virtual directory '/pkggroup_{2b90d6c4"),
    ]);
    expect(directories()).toEqual([
      '/',
      '/Altiris',
      expect.stringMatching(/^\/pkg/u),
      expect.stringMatching(/^\/pkg/u),
    ]);
  });

  it('looks at the features only then: a refresh does not see what was added', () => {
    on.run('dism', '/online', '/disable-feature', '/featurename:IIS-ASP');
    expect(restart()).toContain(
      'Web Server (IIS) role is installed, but the next required Role Services are missing: ASP.',
    );
    expect(directories()).toEqual(['/']);
    on.run('dism', '/online', '/enable-feature', '/featurename:IIS-ASP');
    on.script('refresh-packages');
    expect(directories()).toEqual(['/']);
    expect(restart()).toContain('Creating base virtual directory /lm/w3svc/1/ROOT/Altiris.');
    expect(directories()).toContain('/Altiris');
  });

  it('misses no console that this edition does not have', async () => {
    on = await toolsOn(26100);
    on.world.services.find(({ name }) => name === 'AeXNSClient')!.stopMs = 0;
    expect(restart().join()).not.toContain('missing');
  });

  it('fails without site 1, and without the right to its key', () => {
    on.world.iis.sites[0]!.id = 7;
    expect(restart()).toContain(
      'Failed to start object Altiris.AeXNSCPkgSvr: The system cannot find the path specified. (-2147024893)',
    );
    expect(on.script('agent')['packages']).toHaveProperty('error');
    on.world.iis.sites[0]!.id = 1;
    on.world.agent!.keyWritable = false;
    expect(restart().at(-1)).toContain('Class not registered (0x80040154)');
  });

  it('complains of what a client really meets', () => {
    const [root] = on.world.iis.sites[0]!.applications;
    on.world.iis.pools[0]!.state = 'Stopped';
    expect(restart()).toContain(notByHttps);
    on.world.iis.pools[0]!.state = 'Started';
    root!.enabledProtocols = 'net.tcp';
    expect(restart()).toContain(notByHttps);
    root!.enabledProtocols = 'http,https';
    expect(restart()).not.toContain(notByHttps);
    on.run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    expect(restart()).toContain(notByHttps);
    on.world.agent!.settings.publishHttps = false;
    expect(restart()).not.toContain(notByHttps);
  });

  it('does nothing of all that without the package service', () => {
    on.world.agent!.packageServer = false;
    expect(restart()).toEqual([]);
  });
});

describe('a binding that is not its own', () => {
  const foreign = () => {
    const other = on.world.httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:8172')!.hash!;
    Object.assign(record443()!, { hash: other, appId: 'b3f0c1a6-5d0e-4b7e-9a55-0c6a1d2f7e84' });
  };

  it('is left alone without Force, and overwritten with it', () => {
    const good = record443()!.hash;
    foreign();
    restart();
    expect(record443()?.hash).not.toBe(good);
    on.world.agent!.settings.forceBinding = true;
    expect(restart()).not.toContain(notByHttps);
    expect(record443()).toMatchObject({ hash: good, appId: iisRecord('', { hash: '', store: '' }).appId });
    expect(on.world.events.map(({ id }) => id).slice(-2)).toEqual([15300, 15301]);
  });

  it('is created with Force where there was none, for a certificate that does alone', () => {
    on.world.agent!.settings.forceBinding = true;
    const site = on.world.iis.sites[0]!;
    site.bindings = site.bindings.filter(({ protocol }) => protocol !== 'https');
    on.run('netsh', 'http', 'delete', 'sslcert', 'ipport=0.0.0.0:443');
    const certificate = on.world.certificates.find(({ store }) => store === 'MY')!;
    certificate.key = 'missing';
    restart();
    expect(record443()).toBeUndefined();
    certificate.key = 'usable';
    expect(restart()).not.toContain(notByHttps);
    expect(site.bindings.at(-1)).toMatchObject({ protocol: 'https', bindingInformation: '*:443:' });
  });
});

describe('the legacy metabase', () => {
  const keep = (hash: string) => {
    const value = Buffer.from(hash, 'hex').toString('base64');
    on.world.iis.customMetadata = [
      { path: 'LM/W3SVC/1', properties: [{ id: 5506, dataType: 'Binary', userType: 1, value }] },
    ];
  };

  it('is replayed when the agent starts: a hash that names no certificate leaves no record', () => {
    keep('A'.repeat(40));
    expect(restart()).toContain(notByHttps);
    expect(record443()).toBeUndefined();
    expect(on.world.events.map(({ id }) => id)).toEqual([15300]);
  });

  it('writes the record anew, without its flags, for a good hash', () => {
    const before = record443()!;
    keep(before.hash!);
    expect(restart()).not.toContain(notByHttps);
    expect(record443()).toMatchObject({ hash: before.hash, checkMode: 0, flags: 0 });
  });

  it('is not there without its feature, nor for a site that is bound by name', () => {
    keep('A'.repeat(40));
    on.world.iis.sites[0]!.bindings[1]!.sslFlags = 1;
    restart();
    expect(record443()).toBeDefined();
    on.world.iis.sites[0]!.bindings[1]!.sslFlags = 0;
    on.run('dism', '/online', '/disable-feature', '/featurename:IIS-Metabase');
    restart();
    expect(record443()).toBeDefined();
  });
});

describe("the agent's files", () => {
  const logs = () => [...filesOf(on.world)].filter(([path]) => path.includes('\\Logs\\'));

  it('are a log of many roots, rolled over, the newest first', () => {
    for (let round = 0; round < 40; round += 1) restart();
    const names = logs().map(([path]) => path.replace(/^.*\\/u, ''));
    expect(names.slice(0, 3)).toEqual(['agent.log', 'agent1.log', 'agent2.log']);
    expect(names.length).toBeLessThanOrEqual(7);
    const text = Buffer.from(logs()[1]![1].content).toString();
    expect(text).toMatch(
      /^<event date='[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d' severity='\d' hostName='PS07' source='[\w ]+' module='[\w.]+' process='AeXNSAgent.exe' pid='\d+' thread='\d+' tickCount='\d+' >\r\n<!\[CDATA\[.*\]\]>\r\n<\/event>\r\n/u,
    );
    expect(text.match(/<event /gu)).toHaveLength(60);
  });

  it('hold a policy with secrets in it', () => {
    const policy = [...filesOf(on.world)].find(([path]) => path.endsWith('\\Client Policies\\smp01.corp.example.xml'));
    const text = Buffer.from(policy![1].content).toString();
    expect(text).toContain('agentClsid="Altiris.AeXNSCPkgSvr"');
    expect(text).toContain('practice-only-3');
    expect(policy![1].modified).toBe(on.world.agent!.policyReceived);
  });
});
