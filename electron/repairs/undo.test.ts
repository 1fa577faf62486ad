import { describe, expect, it } from 'vitest';
import type { CommandAnswer, Host } from '../host/host.ts';
import type { Fault } from '../host/practice/faults.ts';
import { createRepairEngine } from './engine.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind, recordOf443, wrongCertificate, yes } from './testing/practice-repair.ts';

const updates = { scenario: 'healthy', build: 20348 };
const deletesAndAdds = { scenario: 'healthy', build: 14393 };
const isVerb =
  (...verbs: string[]) =>
  (args: readonly string[]) =>
    verbs.includes(args[1] ?? '') && args[3] !== 'help';

/** The key of the certificate that is being bound breaks: HTTP.SYS then resets every handshake. */
const breakKey = (thumbprint: string | undefined) => (world: Parameters<typeof wrongCertificate>[0]) => {
  for (const certificate of world.certificates) if (certificate.hash === thumbprint) certificate.key = 'unusable';
};

describe('a change whose proof fails', () => {
  it.each([updates, deletesAndAdds])('is taken back with every flag on build $build', async (options) => {
    const { server, repair, beforeProof, cases } = await practiceRepair(options, (world) => {
      wrongCertificate(world);
      for (const table of [world.httpSys.live, world.httpSys.registry]) {
        Object.assign(
          table.find(({ endpoint }) => endpoint === '0.0.0.0:443')!,
          {
            checkMode: 0x10005,
            freshness: 3600,
            urlTimeout: 15_000,
            ctlStore: 'ClientAuthIssuer',
            flags: options.build > 17763 ? 0x12 : 0x2,
          },
        );
      }
    });
    const { httpSys, iis } = await server.world();
    const wanted = iis.sites[0]!.bindings[1]!.shown?.hash;
    beforeProof.happen = () => server.change(breakKey(wanted));
    const report = await repair();
    expect(report).toMatchObject({ outcome: 'undone', detail: expect.stringContaining('not proven') });
    expect((await server.world()).httpSys).toEqual({
      ...httpSys,
      live: expect.any(Array),
      registry: expect.any(Array),
    });
    const sorted = (records: typeof httpSys.live) => records.toSorted((a, b) => (a.endpoint < b.endpoint ? -1 : 1));
    const now = (await server.world()).httpSys;
    expect(sorted(now.live)).toEqual(sorted(httpSys.live));
    expect(sorted(now.registry)).toEqual(sorted(httpSys.registry));
    expect(await cases.unfinished()).toBeNull();
  });

  it('stays, with every flag, when the old record could not be written again', async () => {
    const { server, repair, beforeProof, cases } = await practiceRepair({ scenario: 'stale-binding' });
    const world = await server.world();
    const wanted = world.iis.sites[0]!.bindings[1]!.shown!.hash;
    beforeProof.happen = () => server.change(breakKey(wanted));
    const report = await repair();
    expect(report).toMatchObject({ outcome: 'notFixed', detail: expect.stringContaining('1312') });
    expect(recordOf443(await server.world())).toEqual({ ...recordOf443(world), hash: wanted });
    expect(await cases.unfinished()).toBeNull();
  });

  it('waits for a proof that comes late', async () => {
    const patience = { ...impatient, proofRetries: [1, 1] };
    const { server, repair, beforeProof } = await practiceRepair(
      { scenario: 'stale-binding' },
      () => undefined,
      patience,
    );
    const { hash } = (await server.world()).iis.sites[0]!.bindings[1]!.shown!;
    let asked = 0;
    beforeProof.happen = () =>
      server.change(({ certificates }) => {
        certificates.find((own) => own.hash === hash)!.key = ++asked < 3 ? 'unusable' : 'usable';
      });
    expect(await repair()).toMatchObject({ outcome: 'fixed' });
    expect(asked).toBe(3);
  });
});

describe('a tool that fails', () => {
  it.each<[string, string, Fault]>([
    ['update', 'is missing', { kind: 'missing' }],
    ['update', 'exits with 5', { kind: 'exit', code: 5 }],
    ['update', 'exits 0 without effect', { kind: 'noEffect' }],
    ['update', 'prints garbage', { kind: 'garbage' }],
    ['delete', 'is missing', { kind: 'missing' }],
    ['delete', 'exits with 2', { kind: 'exit', code: 2 }],
    ['delete', 'exits 0 without effect', { kind: 'noEffect' }],
    ['add', 'is missing', { kind: 'missing' }],
    ['add', 'exits with 87', { kind: 'exit', code: 87 }],
    ['add', 'exits 0 and creates nothing', { kind: 'noEffect' }],
    ['add', 'prints garbage', { kind: 'garbage' }],
  ])('%s that %s leaves the server as before', async (verb, _how, fault) => {
    const { server, repair, cases } = await practiceRepair(
      verb === 'update' ? updates : deletesAndAdds,
      wrongCertificate,
    );
    const { httpSys } = await server.world();
    let faulty = true;
    const when = isVerb(verb);
    server.fault('netsh', fault, {
      when: (args) => {
        const hit = when(args) && faulty;
        if (hit) faulty = false;
        return hit;
      },
    });
    const report = await repair();
    expect(report.outcome).toBe(verb === 'add' ? 'undone' : 'failed');
    const sorted = (records: typeof httpSys.live) => records.toSorted((a, b) => (a.endpoint < b.endpoint ? -1 : 1));
    const now = (await server.world()).httpSys;
    expect(sorted(now.live)).toEqual(sorted(httpSys.live));
    expect(sorted(now.registry)).toEqual(sorted(httpSys.registry));
    expect(await cases.unfinished()).toBeNull();
  });

  it('tries an add again that answers 87 for some seconds', async () => {
    const patience = { ...impatient, addRetries: [1, 1, 1] };
    const { server, repair } = await practiceRepair({ scenario: 'missing-record' }, () => undefined, patience);
    let left = 3;
    server.fault('netsh', { kind: 'exit', code: 87 }, { when: (args) => isVerb('add')(args) && left-- > 0 });
    expect(await repair()).toMatchObject({ outcome: 'fixed' });
  });

  it('says what 1312 means when the key breaks at the last moment', async () => {
    const { server, repair } = await practiceRepair({ scenario: 'missing-record', language: 'de-DE' });
    const { certificates } = await server.world();
    const named = certificates.filter(({ key }) => key === 'usable').map(({ hash }) => hash);
    server.fault('netsh', { kind: 'delay', ms: 1 }, { when: isVerb('add') });
    let broken: Promise<void> | undefined;
    const report = await repair(
      {},
      {
        onCurrent: (words) => {
          if (words?.startsWith('Add')) {
            broken ??= server.change((world) => named.forEach((hash) => breakKey(hash)(world)));
          }
        },
      },
    );
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringMatching(/1312.*Nothing was changed/su) });
  });

  it('leaves a record alone that somebody else adds at the last moment (183)', async () => {
    const { server, repair } = await practiceRepair({ scenario: 'missing-record' });
    const other = (await server.world()).httpSys.live[0]!;
    const foreign = { ...other, endpoint: '0.0.0.0:443' };
    server.fault('netsh', { kind: 'delay', ms: 20 }, { when: isVerb('add') });
    const report = await repair(
      {},
      {
        onCurrent: (words) => {
          if (words?.startsWith('Add')) void server.change(({ httpSys }) => void httpSys.live.push(foreign));
        },
      },
    );
    expect(report).toMatchObject({ outcome: 'failed', detail: expect.stringContaining('183') });
    expect(recordOf443(await server.world())).toEqual(foreign);
  });

  it('is found out when the registry does not follow, for a reboot would bring the old record back', async () => {
    const { server, cases, diagnose } = await practiceRepair(updates, wrongCertificate);
    const { httpSys } = await server.world();
    const stuck = new Map<string, CommandAnswer>();
    const host: Host = {
      ...server.host,
      async run(question) {
        const answer = await server.host.run(question);
        if (question.tool !== 'reg' || question.args[0] !== 'query') return answer;
        const first = stuck.get(question.name) ?? answer;
        stuck.set(question.name, first);
        return first;
      },
    };
    const engine = createRepairEngine({ host, cases, diagnose, before: diagnose, patience: impatient });
    const { token } = await engine.plan(rebind);
    const report = await engine.apply(token, yes);
    expect(report).toMatchObject({
      outcome: 'undone',
      detail: expect.stringContaining('registry holds another record'),
    });
    expect((await server.world()).httpSys).toEqual(httpSys);
  });
});

describe('a registry that says something else than HTTP.SYS', () => {
  it('is brought in line, although HTTP.SYS already holds the record', async () => {
    const { server, repair } = await practiceRepair(updates, ({ httpSys }) => {
      const [own, other] = httpSys.registry;
      own!.hash = other!.hash;
    });
    expect(await repair()).toMatchObject({ outcome: 'fixed' });
    const { httpSys } = await server.world();
    expect(httpSys.registry).toEqual(httpSys.live);
  });
});
