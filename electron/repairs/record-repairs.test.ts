import { describe, expect, it } from 'vitest';
import { parseThumbprint } from '../../shared/httpsys/thumbprint.ts';
import type { RepairRequest } from './engine.ts';
import { practiceRepair, recordOf443, wrongCertificate, yes } from './testing/practice-repair.ts';

type Setting = Awaited<ReturnType<typeof practiceRepair>>;
type World = Awaited<ReturnType<Setting['server']['world']>>;

const planOf = async ({ engine }: Setting, repair: RepairRequest['repair'], more: Partial<RepairRequest> = {}) =>
  (await engine.plan({ repair, endpoint: null, certificate: null, takeOver: false, ...more })).plan;
const shadow = ({ httpSys }: World) =>
  [httpSys.live, httpSys.registry].map((table) => table.find(({ endpoint }) => endpoint === '10.20.30.7:443')!);

describe('rebind-certificate with a certificate that a person chose', () => {
  const selfSigned = async (setting: Setting) => {
    const { candidates } = await setting.engine.plan({
      repair: 'rebind-certificate',
      endpoint: null,
      certificate: null,
      takeOver: false,
    });
    return candidates.find(({ subject }) => subject.startsWith('CN=WMSvc'))!;
  };

  it('says in the plan what speaks against it', async () => {
    const setting = await practiceRepair({ scenario: 'missing-record' });
    const { thumbprint, doubts } = await selfSigned(setting);
    expect(doubts.join('; ')).toMatch(/does not name.*does not trust/u);
    const { alsoHits } = await planOf(setting, 'rebind-certificate', { certificate: thumbprint });
    expect(alsoHits.join(' ')).toContain('CN=WMSvc');
    expect((await planOf(setting, 'rebind-certificate')).alsoHits.join(' ')).not.toContain('speaks');
  });

  it.each([
    ['missing-record', 'undone'],
    ['stale-binding', 'notFixed'],
  ] as const)('is not proven on %s when clients refuse it', async (scenario, outcome) => {
    const setting = await practiceRepair({ scenario });
    const { thumbprint: certificate } = await selfSigned(setting);
    expect(await setting.repair({ repair: 'rebind-certificate', certificate })).toMatchObject({
      outcome,
      detail: expect.stringMatching(/not proven: .*cert\.name: .*cert\.chain: /u),
    });
  });
});

describe('remove-shadowing-record', () => {
  const remove = { repair: 'remove-shadowing-record' } as const;

  it('keeps the whole record, and an undo writes every flag of it', async () => {
    const setting = await practiceRepair({ scenario: 'shadowed-endpoint' }, (world) => {
      for (const record of shadow(world))
        Object.assign(record, { ctlStore: 'ClientAuthIssuer', urlTimeout: 20_000, flags: 2 });
    });
    const first = shadow(await setting.server.world());
    const { case: caseId, outcome } = await setting.repair(remove);
    expect(outcome).toBe('fixed');
    expect(shadow(await setting.server.world())).toEqual([undefined, undefined]);
    await setting.engine.undo(caseId!, yes);
    expect(shadow(await setting.server.world())).toEqual(first);
  });

  it.each<[string, (world: World) => void, string]>([
    [
      'belongs to a known product',
      (world) => shadow(world).forEach((record) => (record.appId = '5d89a20c-beab-4389-9447-324788eb944a')),
      'AD FS',
    ],
    ['could not be written again', (world) => shadow(world).forEach((record) => (record.checkMode = 8)), 'left alone'],
    [
      'a binding of another site asks for',
      ({ iis }) => void (iis.sites[1]!.bindings[0]!.bindingInformation = '10.20.30.7:443:'),
      '"Intranet"',
    ],
  ])('leaves a record alone that %s', async (_what, arrange, words) => {
    const setting = await practiceRepair({ scenario: 'shadowed-endpoint' }, arrange);
    await expect(planOf(setting, 'remove-shadowing-record')).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining(words),
    });
  });

  it('asks which one when there are several, and does nothing where there is none', async () => {
    const several = await practiceRepair({ scenario: 'shadowed-endpoint' }, (world) => {
      for (const table of [world.httpSys.live, world.httpSys.registry]) {
        table.push({ ...shadow(world)[0]!, endpoint: '127.0.0.1:443' });
      }
    });
    await expect(planOf(several, 'remove-shadowing-record')).rejects.toMatchObject({ code: 'ambiguous' });
    const none = await practiceRepair({ scenario: 'healthy' });
    expect((await planOf(none, 'remove-shadowing-record')).steps).toEqual([]);
  });
});

describe('repair-private-key', () => {
  const repairKey = { repair: 'repair-private-key' } as const;

  it('names one certificate by its whole thumbprint, and says that it cannot be taken back', async () => {
    const setting = await practiceRepair({ scenario: 'private-key-missing' });
    const { steps, cannotBeUndone } = await planOf(setting, 'repair-private-key');
    expect(steps).toMatchObject([
      {
        command: {
          binary: 'certutil.exe',
          args: ['-silent', '-repairstore', 'My', expect.stringMatching(/^[0-9A-F]{40}$/u)],
        },
        undo: null,
      },
    ]);
    expect(cannotBeUndone).toHaveLength(1);
  });

  it('takes no exit code as proof: a key that stays broken is not fixed', async () => {
    const setting = await practiceRepair({ scenario: 'private-key-unusable' });
    expect(await setting.repair(repairKey)).toMatchObject({
      outcome: 'failed',
      detail: expect.stringContaining('the private key is unusable'),
    });
  });

  it('says when certutil wrote to the store and the key works no better', async () => {
    const { server, repair } = await practiceRepair({ scenario: 'private-key-missing' });
    const broken = (world: World) => world.certificates.find(({ store, key }) => store === 'MY' && key === 'missing');
    server.fault('certutil', { kind: 'delay', ms: 20 });
    const report = await repair(repairKey, {
      onCurrent: (words) =>
        void (
          words?.startsWith('Let Windows') &&
          server.change((world) => {
            const own = broken(world);
            if (own !== undefined) own.key = 'unusable';
          })
        ),
    });
    expect(report).toMatchObject({ outcome: 'notFixed', detail: expect.stringContaining('have changed') });
  });

  it('does not repair a key on a guess, nor one that works', async () => {
    const untested = await practiceRepair({ scenario: 'healthy' }, ({ certificates }) => {
      for (const own of certificates) own.key = 'present';
    });
    await expect(planOf(untested, 'repair-private-key')).rejects.toMatchObject({ code: 'refused' });
    const healthy = await practiceRepair({ scenario: 'healthy' });
    expect((await planOf(healthy, 'repair-private-key')).steps).toEqual([]);
  });
});

describe('rebind-certificate', () => {
  it('takes a thumbprint with the hidden U+200E that Windows copies along', async () => {
    const setting = await practiceRepair({ scenario: 'healthy' }, wrongCertificate);
    const { hash } = (await setting.server.world()).iis.sites[0]!.bindings[1]!.shown!;
    const certificate = parseThumbprint(`\u200e${hash.toLowerCase().replace(/(..)/gu, '$1 ')}`);
    expect(certificate).toBe(hash);
    expect((await setting.repair({ certificate })).outcome).toBe('fixed');
  });

  it.each([14393, 20348])('keeps the CTL store, with and without an identifier, on build %i', async (build) => {
    const setting = await practiceRepair({ scenario: 'healthy', build }, (world) => {
      wrongCertificate(world);
      for (const table of [world.httpSys.live, world.httpSys.registry]) {
        for (const record of table) record.ctlStore = 'ClientAuthIssuer';
      }
    });
    expect((await setting.repair()).outcome).toBe('fixed');
    expect(recordOf443(await setting.server.world())).toMatchObject({
      ctlStore: 'ClientAuthIssuer',
      ctlIdentifier: null,
    });
  });
});
