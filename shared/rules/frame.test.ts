import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnknownReason, unknown } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import { rules } from './catalogue.ts';
import { judgeAll } from './frame.ts';
import { defineRule } from './rule.ts';
import {
  allHandshakes,
  asFacts,
  attempt,
  binding,
  certificate,
  context,
  makeStale,
  record,
  soundServer,
  thumbprint,
  type SoundServer,
} from './sample-server.ts';

const judged = defineRule({
  id: 'host.elevated',
  title: '',
  kb: ['KB1'],
  needs: { all: ['elevation'], any: ['iisConfig', 'iisView'], also: ['certificates'] },
  decisive: false,
  judge: (seen) => ({ status: 'pass', summary: Object.keys(seen).sort().join(), detail: '' }),
});
const [sound] = [soundServer()];

describe('judgeAll', () => {
  it('shows a rule the facts that it names and cites their evidence', () => {
    const [finding] = judgeAll(asFacts(sound), [judged], context);
    expect(finding).toEqual({
      id: 'host.elevated',
      status: 'pass',
      summary: 'certificates,elevation,iisConfig,iisView',
      detail: '',
      kb: ['KB1'],
      repairs: [],
      evidence: ['answer.elevation', 'answer.iisConfig', 'answer.iisView', 'answer.certificates'],
    });
  });

  it.each<[FactName[], string]>([
    [['elevation'], 'notRun'],
    [['iisConfig'], 'pass'],
    [['iisConfig', 'iisView'], 'notRun'],
    [['certificates'], 'pass'],
  ])('without %j: %s', (without, status) => {
    const [finding] = judgeAll(asFacts(sound, without), [judged], context);
    expect(finding?.status).toBe(status);
    expect(finding?.reason).toBe(status === 'notRun' ? 'notRecorded' : undefined);
  });

  it('gives the reason, the words and the evidence of the unknown fact', () => {
    const facts: Facts = { ...asFacts(sound), elevation: unknown('timedOut', 'whoami was silent.', ['answer.x']) };
    const [finding] = judgeAll(facts, [judged], context);
    expect(finding).toMatchObject({ status: 'notRun', reason: 'timedOut', kb: ['KB1'] });
    expect(finding?.summary).toContain('whoami');
    expect(finding?.detail).toContain('whoami was silent.');
    expect(finding?.evidence).toContain('answer.x');
  });

  it('lets a rule say that a fact is needed after all', () => {
    const needy = defineRule({ ...judged, judge: () => ({ status: 'notRun', missing: 'certificates' }) });
    const facts: Facts = { ...asFacts(sound), certificates: unknown('cancelled', 'Cancelled.') };
    expect(judgeAll(facts, [needy], context)[0]).toMatchObject({ status: 'notRun', reason: 'cancelled' });
  });

  it('turns a question that does not arise into information', () => {
    const rule = defineRule({ ...judged, applicable: () => 'There is no site.' });
    expect(judgeAll(asFacts(sound), [rule], context)[0]).toMatchObject({
      status: 'info',
      summary: 'Does not arise: There is no site.',
    });
  });

  it('survives a rule that throws, also while asking whether it applies', () => {
    const fail = () => {
      throw new Error('private words');
    };
    for (const rule of [defineRule({ ...judged, judge: fail }), defineRule({ ...judged, applicable: fail })]) {
      const [finding] = judgeAll(asFacts(sound), [rule], context);
      expect(finding).toMatchObject({ status: 'notRun', reason: 'failed' });
      expect(JSON.stringify(finding)).not.toContain('private words');
    }
  });
});

const B = thumbprint('B');
const servers: ((server: SoundServer) => void)[] = [
  () => undefined,
  makeStale,
  (server) => void (server.httpSysLive.records = []),
  (server) => void (server.iisConfig.sites[0]!.id = 7),
  (server) => void (server.iisView.sites[0]!.state = 'Stopped'),
  (server) => server.iisConfig.sites[0]!.bindings.push(binding({ host: 'alias.corp.example', sslFlags: 1 })),
  (server) => server.httpSysLive.records.push(record('10.20.30.7:443', { thumbprint: B })),
  (server) => server.httpSysLive.records.push(record('*.corp.example:443', { thumbprint: B })),
  (server) => server.certificates.items.push(certificate({ thumbprint: B, notAfter: '2026-01-01T00:00:00.000Z' })),
  (server) => allHandshakes(server, { thumbprint: B }),
  (server) => server.handshakes.attempts.push(attempt({ serverName: 'alias.corp.example', outcome: 'reset' })),
];
const anyServer = fc.constantFrom(...servers).map((change) => {
  const server = soundServer();
  change(server);
  return server;
});
const verdicts = (facts: Facts) =>
  judgeAll(facts, rules, context).map(({ id, status, summary }) => ({ id, status, summary }));

describe('every rule', () => {
  it('judges the same when a record is added that has nothing to do with the site', () => {
    const host = fc.stringMatching(/^[a-z]{3,8}\.elsewhere\.example$/);
    const unrelated = fc.oneof(
      fc.integer({ min: 1024, max: 65535 }).map((port) => record(`0.0.0.0:${port}`, { thumbprint: B })),
      host.map((name) => record(`${name}:443`, { thumbprint: B, appId: 'f00' })),
      fc.constant(record('192.0.2.1:443', { thumbprint: B })),
      fc.constant(record('8443', { thumbprint: null, store: null })),
    );
    fc.assert(
      fc.property(
        anyServer,
        fc.array(unrelated, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (server, added, first) => {
          const before = verdicts(asFacts(server));
          const join = <T>(old: T[], extra: T[]) => (first ? [...extra, ...old] : [...old, ...extra]);
          const both = {
            httpSysLive: { records: join(server.httpSysLive.records, added) },
            httpSysRegistry: { records: join(server.httpSysRegistry.records, added) },
          };
          expect(verdicts(asFacts({ ...server, ...both }))).toEqual(before);
        },
      ),
    );
  });

  it('never passes by not knowing', () => {
    const names = Object.keys(soundServer()) as FactName[];
    fc.assert(
      fc.property(
        anyServer,
        fc.subarray(names, { minLength: 1 }),
        fc.constantFrom(...UnknownReason.options),
        (server, lost, reason) => {
          const full = new Map(verdicts(asFacts(server)).map(({ id, status }) => [id, status]));
          const less = {
            ...asFacts(server),
            ...Object.fromEntries(lost.map((name) => [name, unknown(reason, 'Lost.')])),
          };
          for (const { id, status } of verdicts(less)) {
            if (status === 'pass') expect(['pass', 'info'], id).toContain(full.get(id));
          }
        },
      ),
    );
  });

  it('does not pass the handshakes of known names while other bindings may be the ones that fail', () => {
    const server = soundServer();
    server.iisConfig.sites[0]!.bindings.push(binding({ host: 'alias.corp.example', sslFlags: 1 }));
    server.handshakes.attempts.push(attempt({ serverName: 'alias.corp.example', outcome: 'reset' }));
    const status = (facts: Facts) => verdicts(facts).find(({ id }) => id === 'tls.handshake')?.status;
    expect(status(asFacts(server))).toBe('warn');
    expect(status(asFacts(server, ['iisConfig']))).toBe('warn');
  });

  it('is notRun when nothing is known', () => {
    expect(judgeAll({}, rules, context).every(({ status }) => status === 'notRun')).toBe(true);
  });

  it('judges 5,000 sites and 10,000 records in under two seconds', () => {
    const server = soundServer();
    const ports = Array.from({ length: 5000 }, (_, index) => 10_000 + index);
    server.iisConfig.sites.push(
      ...ports.map((port) => ({
        ...server.iisConfig.sites[0]!,
        id: port,
        bindings: [binding({ port }), binding({ port: 443, host: `h${port}.example`, sslFlags: 1 })],
      })),
    );
    const many = ports.flatMap((port) => [record(`0.0.0.0:${port}`), record(`h${port}.example:443`)]);
    server.httpSysLive.records.push(...many);
    server.httpSysRegistry.records.push(...many);
    const facts = asFacts(server);
    const began = performance.now();
    const findings = judgeAll(facts, rules, context);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(findings.every(({ status }) => status === 'pass')).toBe(true);
  });

  it('stays linear when the site itself has thousands of bindings', () => {
    const server = soundServer();
    const hosts = Array.from({ length: 4000 }, (_, index) => `h${index}.example`);
    server.iisConfig.sites[0]!.bindings.push(...hosts.map((host) => binding({ host, sslFlags: 1 })));
    server.httpSysLive.records.push(...hosts.map((host) => record(`${host}:443`)));
    server.httpSysRegistry.records = server.httpSysLive.records;
    const began = performance.now();
    judgeAll(asFacts(server), rules, context);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
