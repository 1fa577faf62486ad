import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RepairReport } from '../../shared/model/repair.ts';
import { PlanOffer } from '../../shared/model/wizard-state.ts';
import { createRepairEngine } from './engine.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind, recordOf443, wrongCertificate, yes } from './testing/practice-repair.ts';

describe('a repair that succeeds', () => {
  it.each([
    ['stale-binding', 'en-US', 20348],
    ['stale-binding', 'de-DE', 17763],
    ['stale-binding', 'ja-JP', 26100],
    ['stale-binding', 'en-US', 14393],
    ['missing-record', 'fr-FR', 20348],
    ['missing-record', 'en-US', 14393],
  ])('cures %s in %s on build %i and keeps every flag', async (scenario, language, build) => {
    const { server, repair } = await practiceRepair({ scenario, language, build });
    const old = recordOf443(await server.world());
    const report = RepairReport.parse(await repair());
    expect(report).toMatchObject({ outcome: 'fixed', case: expect.stringMatching(/^\d{4}-\d\d-\d\d-01-ps07$/u) });
    expect(report.before.causes[0]?.id).toBe(scenario);
    expect(report.after?.causes[0]?.id).toBe('healthy');
    expect(report.steps.every(({ outcome }) => outcome === 'done')).toBe(true);
    const { httpSys, iis } = await server.world();
    const record = httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:443');
    if (old !== undefined) expect(record).toEqual({ ...old, hash: record?.hash });
    expect(httpSys.registry).toEqual(httpSys.live);
    expect(iis.sites[0]?.bindings).toHaveLength(2);
  });

  it('keeps backups, both results and a journal without commands', async () => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const report = await repair();
    const { folder, journal } = await cases.open(report.case!);
    expect((await readdir(folder)).toSorted()).toEqual([
      'after.json',
      'backups',
      'before-01-rebind-certificate.json',
      'before.json',
      'case.json',
      'journal.jsonl',
    ]);
    const records = await readFile(join(folder, 'backups', '01-rebind-certificate-httpsys-records.txt'), 'utf8');
    expect(records).toMatch(
      /netsh\.exe http add sslcert ipport=0\.0\.0\.0:443 certhash=[0-9a-f]{40} .*disablehttp2=enable/u,
    );
    expect(records).toContain('ipport=0.0.0.0:8172');
    const registry = await readFile(join(folder, 'backups', '01-rebind-certificate-http-parameters.reg'));
    expect(registry.toString('utf16le')).toContain('SslBindingInfo');
    expect((await server.world()).backups).toHaveLength(1);
    expect((await journal.read()).map(({ mark }) => mark)).toEqual(['begin', 'before', 'after', 'end']);
    expect(await cases.unfinished()).toBeNull();
  });

  it('finds nothing to do on a healthy server, and does nothing', async () => {
    const { server, engine } = await practiceRepair({ scenario: 'healthy' });
    const world = await server.world();
    const offer = PlanOffer.parse(await engine.plan(rebind));
    expect(offer.plan.steps).toEqual([]);
    const report = await engine.apply(offer.token, { ...yes, confirm: () => Promise.reject(new Error('asked')) });
    expect(report).toMatchObject({ outcome: 'notNeeded', case: null });
    expect(await server.world()).toEqual(world);
  });

  it('goes on in the same case with the next repair', async () => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const first = await repair();
    await server.change(wrongCertificate);
    const second = await repair();
    expect(second).toMatchObject({ outcome: 'fixed', case: first.case });
    expect((await cases.open(first.case!)).about().repairs.map(({ run }) => run)).toEqual([
      '01-rebind-certificate',
      '02-rebind-certificate',
    ]);
  });
});

describe('a repair that does not begin', () => {
  it('changes nothing when it is declined', async () => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const world = await server.world();
    expect(await repair({}, { confirm: () => Promise.resolve(false) })).toMatchObject({
      outcome: 'declined',
      case: null,
      after: null,
    });
    expect(await server.world()).toEqual(world);
    expect(await cases.list()).toEqual([]);
  });

  it('takes a token once, and none that it did not issue', async () => {
    const { engine } = await practiceRepair({ scenario: 'stale-binding' });
    const { token } = await engine.plan(rebind);
    await engine.apply(token, { ...yes, confirm: () => Promise.resolve(false) });
    await expect(engine.apply(token, yes)).rejects.toMatchObject({ code: 'stalePlan' });
    const next = await engine.plan(rebind);
    expect(next.token).not.toBe(token);
    engine.forget();
    await expect(engine.apply(next.token, yes)).rejects.toMatchObject({ code: 'stalePlan' });
  });

  it.each<[string, Parameters<typeof practiceRepair>[1] & {}]>([
    ['the record', (world) => void (recordOf443(world)!.flags = 0x2)],
    ['the certificates', (world) => void world.certificates.pop()],
    ['IIS', (world) => void world.iis.sites.pop()],
  ])('refuses a plan when %s changed before the confirmation ended', async (_what, change) => {
    const { server, cases, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const confirm = () => server.change(change).then(() => true);
    await expect(repair({}, { confirm })).rejects.toMatchObject({ code: 'stalePlan' });
    const world = await server.world();
    expect(world.backups).toEqual([]);
    expect(await cases.list()).toEqual([]);
  });

  it('refuses without the rights of an administrator', async () => {
    const { repair } = await practiceRepair({ scenario: 'stale-binding' }, (world) => void (world.rights = 'filtered'));
    await expect(repair()).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('administrator'),
    });
  });

  it('lets one repair run on a server at a time', async () => {
    const { server, cases, diagnose, repair, beforeProof } = await practiceRepair({ scenario: 'stale-binding' });
    const other = createRepairEngine({ host: server.host, cases, diagnose, before: diagnose, patience: impatient });
    const { token } = await other.plan(rebind);
    let second: unknown;
    beforeProof.happen = async () => {
      second = await other.apply(token, yes).catch((error: unknown) => error);
    };
    expect((await repair()).outcome).toBe('fixed');
    expect(second).toMatchObject({ code: 'busy' });
  });

  it.each([
    ['appcmd', { kind: 'missing' }],
    ['appcmd', { kind: 'exit', code: 5 }],
    ['appcmd', { kind: 'noEffect' }],
    ['appcmd', { kind: 'garbage' }],
    ['reg', { kind: 'noEffect' }],
    ['reg', { kind: 'garbage' }],
  ] as const)('has no change without a backup: %s %j', async (tool, fault) => {
    const { server, repair } = await practiceRepair({ scenario: 'stale-binding' });
    const { httpSys } = await server.world();
    server.fault(tool, fault, { when: ([verb]) => verb === 'add' || verb === 'export' });
    const report = await repair();
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('Without a backup') });
    expect((await server.world()).httpSys).toEqual(httpSys);
  });
});

describe('a plan', () => {
  it('names the other site, the records that still win, and what has no undo', async () => {
    const { engine } = await practiceRepair({ scenario: 'stale-binding' }, ({ httpSys }) => {
      const other = httpSys.live.find(({ endpoint }) => endpoint === '0.0.0.0:8172')!;
      httpSys.live.push({ ...other, endpoint: '10.20.30.7:443' });
    });
    const { plan } = await engine.plan(rebind);
    expect(plan.alsoHits).toEqual([expect.stringContaining('"Intranet" (id 2)')]);
    expect(plan.stillWins).toEqual([expect.stringContaining('10.20.30.7:443')]);
    expect(plan.cannotBeUndone).toEqual([expect.stringContaining('1312')]);
    expect(plan.steps[0]?.undo).toBeNull();
  });

  it('asks which endpoint when there are several, and takes the one that is named', async () => {
    const { engine } = await practiceRepair({ scenario: 'stale-binding' }, ({ iis }) => {
      iis.sites[0]!.bindings.push({ protocol: 'https', bindingInformation: '*:8443:', sslFlags: 0, shown: null });
    });
    await expect(engine.plan(rebind)).rejects.toMatchObject({
      code: 'ambiguous',
      message: expect.stringMatching(/0\.0\.0\.0:443, 0\.0\.0\.0:8443/u),
    });
    const endpoint = { kind: 'ip', address: '0.0.0.0', host: '', port: 8443 } as const;
    expect((await engine.plan({ ...rebind, endpoint })).endpoint).toEqual(endpoint);
    await expect(engine.plan({ ...rebind, endpoint: { ...endpoint, port: 1 } })).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  it('leaves the record of another product alone unless it is asked to take it over, and keeps its id', async () => {
    const appId = '5d89a20c-beab-4389-9447-324788eb944a';
    const { server, engine, repair } = await practiceRepair({ scenario: 'stale-binding' }, (world) => {
      recordOf443(world)!.appId = appId;
    });
    await expect(engine.plan(rebind)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('AD FS'),
    });
    expect(await repair({ takeOver: true })).toMatchObject({ outcome: 'fixed' });
    expect(recordOf443(await server.world())?.appId).toBe(appId);
  });

  it('repairs one of two broken endpoints, and is proven by that one', async () => {
    const { repair, diagnose } = await practiceRepair({ scenario: 'stale-binding' }, ({ iis }) => {
      iis.sites[0]!.bindings.push({ protocol: 'https', bindingInformation: '*:8443:', sslFlags: 0, shown: null });
    });
    const endpoint = { kind: 'ip', address: '0.0.0.0', host: '', port: 443 } as const;
    expect(await repair({ endpoint })).toMatchObject({ outcome: 'fixed' });
    expect((await diagnose()).findings.find(({ id }) => id === 'httpsys.record')?.status).toBe('fail');
  });

  it('is not made when netsh does not tell which parameters it knows', async () => {
    const { server, engine } = await practiceRepair({ scenario: 'stale-binding' });
    server.fault('netsh', { kind: 'garbage' }, { when: (args) => args.includes('help') });
    await expect(engine.plan(rebind)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('parameters'),
    });
  });

  it('refuses a certificate that is not there', async () => {
    const { engine } = await practiceRepair({ scenario: 'stale-binding' });
    await expect(engine.plan({ ...rebind, certificate: 'F'.repeat(40) })).rejects.toMatchObject({ code: 'notFound' });
  });
});
