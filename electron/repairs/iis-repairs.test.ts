import { describe, expect, it } from 'vitest';
import type { RepairRequest } from './engine.ts';
import { stateOf } from './testing/state-of.ts';
import { practiceRepair, yes } from './testing/practice-repair.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;
type World = Awaited<ReturnType<Setting['server']['world']>>;

const planOf = async ({ engine }: Setting, repair: RepairRequest['repair'], more: Partial<RepairRequest> = {}) =>
  (await engine.plan({ repair, endpoint: null, certificate: null, takeOver: false, ...more })).plan;
const siteOne = ({ iis }: World) => iis.sites[0]!;

describe('create-https-binding', () => {
  it('adds one binding and never replaces them all', async () => {
    const { steps, alsoHits } = await planOf(
      await practiceRepair({ scenario: 'missing-https-binding' }),
      'create-https-binding',
    );
    expect(steps).toMatchObject([
      {
        command: { args: ['set', 'site', '/site.name:Default Web Site', expect.stringMatching(/^\/\+bindings\.\[/u)] },
        undo: { command: { args: expect.arrayContaining([expect.stringMatching(/^\/-bindings\.\[/u)]) } },
      },
    ]);
    expect(alsoHits.join(' ')).toContain('has a record for 0.0.0.0:443 already');
  });

  it('says that a record has to follow where there is none', async () => {
    const setting = await practiceRepair({ scenario: 'missing-https-binding' }, ({ httpSys }) => {
      httpSys.live = [];
      httpSys.registry = [];
    });
    expect((await planOf(setting, 'create-https-binding')).alsoHits.join(' ')).toContain('bind the certificate next');
  });

  it('has nothing to do where there is one, and refuses a binding that another site has', async () => {
    const there = await practiceRepair({ scenario: 'healthy' });
    expect((await planOf(there, 'create-https-binding')).steps).toEqual([]);
    const taken = await practiceRepair({ scenario: 'missing-https-binding' }, ({ iis }) => {
      iis.sites[1]!.bindings[0]!.bindingInformation = '*:443:';
    });
    await expect(planOf(taken, 'create-https-binding')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('"Intranet" (id 2)'),
    });
  });

  it('leaves a binding alone that somebody else makes at the last moment (183)', async () => {
    const { server, repair } = await practiceRepair({ scenario: 'missing-https-binding' });
    const binding = { protocol: 'https', bindingInformation: '*:443:', sslFlags: 0, shown: null };
    server.fault(
      'appcmd',
      { kind: 'delay', ms: 20 },
      { when: ([verb, object]) => verb === 'set' && object === 'site' },
    );
    const report = await repair(
      { repair: 'create-https-binding' },
      {
        onCurrent: (words) =>
          void (words?.startsWith('Add') && server.change((world) => void siteOne(world).bindings.push(binding))),
      },
    );
    // The wish is fulfilled, and by whom the server does not tell.
    expect(['fixed', 'failed']).toContain(report.outcome);
    expect(siteOne(await server.world()).bindings.filter(({ protocol }) => protocol === 'https')).toHaveLength(1);
  });

  it('tries again while another program saves the configuration, then says that nobody is known', async () => {
    const setting = await practiceRepair({ scenario: 'missing-https-binding' });
    setting.server.fault('appcmd', { kind: 'exit', code: 33 }, { when: ([verb]) => verb === 'set' });
    expect(await setting.repair({ repair: 'create-https-binding' })).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('Windows does not tell which'),
    });
  });
});

describe('enable-https-protocol', () => {
  it('says that IIS does not need it where one of the two is enabled', async () => {
    const setting = await practiceRepair({ scenario: 'protocols-http-only' });
    const { steps, alsoHits } = await planOf(setting, 'enable-https-protocol');
    expect(steps).toHaveLength(1);
    expect(alsoHits.join(' ')).toMatch(/does not need this.*KB155223/su);
    const first = stateOf(await setting.server.world());
    const { case: caseId } = await setting.repair({ repair: 'enable-https-protocol' });
    expect(siteOne(await setting.server.world()).applications[0]?.enabledProtocols).toBe('http,https');
    await setting.engine.undo(caseId!, yes);
    expect(stateOf(await setting.server.world())).toEqual(first);
  });
});

describe('start-site', () => {
  it('does not start a service that somebody disabled', async () => {
    const setting = await practiceRepair({ scenario: 'stopped-web-service' }, ({ services }) => {
      services.find(({ name }) => name === 'W3SVC')!.startMode = 'disabled';
    });
    await expect(planOf(setting, 'start-site')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('disabled'),
    });
  });

  it('names the sites that start with the service', async () => {
    const { alsoHits } = await planOf(await practiceRepair({ scenario: 'stopped-web-service' }), 'start-site');
    expect(alsoHits.join(' ')).toContain('"Intranet"');
  });

  it('says that another program has the port when the site does not start', async () => {
    const setting = await practiceRepair(
      { scenario: 'port-taken' },
      (world) => void (siteOne(world).state = 'Stopped'),
    );
    expect(await setting.repair({ repair: 'start-site' })).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('another program listens'),
    });
  });
});

describe('remove-legacy-metabase', () => {
  const legacy = { repair: 'remove-legacy-metabase' } as const;

  it('takes one property after the other, and leaves the rest of the key', async () => {
    const setting = await practiceRepair({ scenario: 'legacy-metabase' });
    expect((await setting.repair(legacy)).outcome).toBe('fixed');
    const { customMetadata } = (await setting.server.world()).iis;
    expect(customMetadata.flatMap(({ properties }) => properties.map(({ id }) => id))).toEqual([1018]);
  });

  it('offers the whole key when the command for one property has no effect, and shows what else goes', async () => {
    const setting = await practiceRepair({ scenario: 'legacy-metabase' });
    const first = stateOf(await setting.server.world());
    setting.server.fault('appcmd', { kind: 'noEffect' }, { when: (args) => args.some((arg) => arg.includes('[id=')) });
    expect(await setting.repair(legacy)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('the whole key can be removed'),
    });
    setting.server.fault('appcmd', null);
    const plan = await planOf(setting, 'remove-legacy-metabase', { wholeKey: true });
    expect(plan.alsoHits.join(' ')).toContain('property 1018');
    const report = await setting.repair({ ...legacy, wholeKey: true });
    expect(report.outcome).toBe('fixed');
    expect((await setting.server.world()).iis.customMetadata).toEqual([]);
    await setting.engine.undo(report.case!, yes);
    expect(stateOf(await setting.server.world())).toEqual(first);
  });

  it('writes nothing that could end a quote of appcmd', async () => {
    const setting = await practiceRepair({ scenario: 'legacy-metabase' }, ({ iis }) => {
      iis.customMetadata[0]!.properties[0]!.value = "x'].[id='5506";
    });
    await expect(planOf(setting, 'remove-legacy-metabase')).rejects.toMatchObject({ code: 'refused' });
  });

  it('is named first by a plan to bind a certificate', async () => {
    const { stillWins } = await planOf(await practiceRepair({ scenario: 'legacy-metabase' }), 'rebind-certificate');
    expect(stillWins.join(' ')).toContain('remove-legacy-metabase first');
  });
});
