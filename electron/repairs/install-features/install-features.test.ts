import { describe, expect, it } from 'vitest';
import { dieBefore } from '../testing/die-before.ts';
import { practiceRepair, yes } from '../testing/practice-repair.ts';
import { stateOf } from '../testing/state-of.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;
type World = Awaited<ReturnType<Setting['server']['world']>>;

const request = { repair: 'install-features' } as const;
const plan = async ({ engine }: Setting) =>
  (await engine.plan({ ...request, endpoint: null, certificate: null, takeOver: false })).plan;
const disable = (world: World, ...names: string[]) => {
  for (const name of names) world.windows.features[name] = 'Disabled';
};
const says = (world: World, text: string) => {
  const last = world.agent!.log.findLast((event) => event.text.includes('Role Services are missing'))!;
  last.text = `Web Server (IIS) role is installed, but the next required Role Services are missing: ${text}.`;
};

describe('install-features', () => {
  it('is one call of DISM for what is missing, and nothing else', async () => {
    const { steps, alsoHits } = await plan(await practiceRepair({ scenario: 'missing-features' }));
    expect(steps.map(({ command }) => command)).toEqual([
      {
        binary: 'dism.exe',
        args: [
          '/online',
          '/english',
          '/enable-feature',
          '/featurename:IIS-ASP',
          '/featurename:IIS-WindowsAuthentication',
          '/featurename:IIS-WMICompatibility',
          '/featurename:IIS-LegacyScripts',
          '/all',
          '/norestart',
        ],
      },
    ]);
    expect(steps[0]?.undo?.command?.args).not.toContain('/remove');
    expect(alsoHits.join(' ')).toContain('KB150861');
  });

  it('takes back what became enabled, the parents that DISM added included, and no more', async () => {
    const setting = await practiceRepair({ scenario: 'missing-features' }, (world) =>
      disable(world, 'IIS-RequestFiltering'),
    );
    const first = stateOf(await setting.server.world());
    const { case: caseId, outcome } = await setting.repair(request);
    expect(outcome).toBe('fixed');
    // Somebody else turns on another feature meanwhile.
    await setting.server.change(({ windows }) => void (windows.features['IIS-BasicAuthentication'] = 'Enabled'));
    await setting.engine.undo(caseId!, yes);
    const { features } = stateOf(await setting.server.world()).windows;
    expect(features).toEqual({ ...first.windows.features, 'IIS-BasicAuthentication': 'Enabled' });
  });

  it('never tries what Server Core does not have', async () => {
    const setting = await practiceRepair({ scenario: 'missing-features' }, (world) => {
      world.windows.installationType = 'Server Core';
      disable(world, 'IIS-LegacySnapIn');
      says(world, 'ASP, IIS 6 Management Console');
    });
    const { steps, alsoHits } = await plan(setting);
    expect(steps[0]?.command?.args.filter((arg) => arg.startsWith('/featurename'))).toEqual(['/featurename:IIS-ASP']);
    expect(alsoHits.join(' ')).toContain('does not offer it: IIS 6 Management Console');
  });

  it('says what it does not know, and refuses when that is all', async () => {
    const both = await practiceRepair({ scenario: 'missing-features' }, (world) => says(world, 'ASP, Quantum Serving'));
    expect((await plan(both)).alsoHits.join(' ')).toContain('Quantum Serving');
    const one = await practiceRepair({ scenario: 'missing-features' }, (world) => says(world, 'Quantum Serving'));
    await expect(plan(one)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Quantum') });
  });

  /** The metabase layer is what DISM asks for a restart for. */
  const withoutMetabase = (world: World): void => {
    disable(world, 'IIS-Metabase');
    says(
      world,
      'ASP, Windows Authentication, IIS 6 Metabase Compatibility, IIS 6 WMI Compatibility, IIS 6 Scripting Tools',
    );
  };

  it('waits for a restart of Windows that DISM asks for (3010), and is proven after it', async () => {
    const setting = await practiceRepair({ scenario: 'missing-features' }, withoutMetabase);
    const report = await setting.repair(request);
    expect(report).toMatchObject({ outcome: 'pending', detail: expect.stringContaining('restart') });
    // DISM shows the features as enabled already, which proves nothing before the restart.
    expect((await setting.server.world()).windows.features['IIS-Metabase']).toBe('Enabled');
    const resume = () => setting.engine.resume(report.case!, yes);
    const still = {
      outcome: 'pending',
      detail: expect.stringMatching(/has not been restarted since.*Restart the server/u),
    };
    expect(await resume()).toMatchObject(still);
    await setting.server.reboot();
    expect(await resume()).toMatchObject({ outcome: 'fixed' });
  });

  it('waits for that restart also where the process died that had heard of it', async () => {
    const { server, cases, engine, repair } = await practiceRepair({ scenario: 'missing-features' }, withoutMetabase);
    const { case: caseId } = await repair(request);
    await dieBefore(cases, caseId!, 1);
    const resume = () => engine.resume(caseId!, yes);
    for (let start = 0; start < 2; start++) expect(await resume()).toMatchObject({ outcome: 'pending' });
    await server.reboot();
    expect(await resume()).toMatchObject({ outcome: 'fixed' });
  });

  it('takes back what DISM had turned on before it failed', async () => {
    const { server, repair } = await practiceRepair({ scenario: 'missing-features' });
    const before = stateOf(await server.world());
    const exit = { kind: 'exit', code: 0x800f0906 } as const;
    server.fault('dism', exit, { when: (args) => args.includes('/enable-feature') });
    const half = (world: World) => void (world.windows.features['IIS-ASP'] = 'Enabled');
    const report = await repair(request, {
      onCurrent: (words) => void (words?.startsWith('Install') && server.change(half)),
    });
    expect(report).toMatchObject({ outcome: 'undone', detail: expect.stringContaining('enabled by now: IIS-ASP') });
    expect(stateOf(await server.world())).toEqual(before);
  });

  it('explains that .NET 3.5 has no source on this server, before and after', async () => {
    const setting = await practiceRepair({ scenario: 'missing-features-source' });
    expect((await plan(setting)).alsoHits.join(' ')).toContain('NetFx3');
    const before = stateOf(await setting.server.world());
    expect(await setting.repair(request)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringMatching(/0x800F081F.*\/source:.*Nothing was changed/su),
    });
    expect(stateOf(await setting.server.world())).toEqual(before);
  });

  it.each([
    [50, 'a feature that this one needs'],
    [740, 'administrator'],
    [0x800f0906, '0x800F0906'],
    [0x800f0907, 'group policy'],
    [0x800f080c, 'does not know a feature'],
    [1, 'exit code 1'],
  ])('says what %i of DISM means', async (code, words) => {
    const setting = await practiceRepair({ scenario: 'missing-features' });
    setting.server.fault('dism', { kind: 'exit', code }, { when: (args) => args.includes('/enable-feature') });
    expect(await setting.repair(request)).toMatchObject({ outcome: 'failed', detail: expect.stringContaining(words) });
  });
});
