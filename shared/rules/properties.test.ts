import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnknownReason, unknown } from '../model/fact.ts';
import type { FactName, Facts } from '../model/facts.ts';
import { anyServer, unrelated } from './any-server.ts';
import { rules } from './catalogue.ts';
import { judgeAll } from './frame.ts';
import { asFacts, attempt, binding, context, record, soundServer } from './sample-server.ts';

const verdicts = (facts: Facts) =>
  judgeAll(facts, rules, context).map(({ id, status, summary }) => ({ id, status, summary }));

/** Milliseconds that judging takes, at best of three, for a server with this many sites and twice as many records. */
function judgingTime(sites: number): number {
  const server = soundServer();
  const ports = Array.from({ length: sites }, (_, index) => 10_000 + index);
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
  const runs = [1, 2, 3].map(() => {
    const facts = structuredClone(asFacts(server));
    const began = performance.now();
    const findings = judgeAll(facts, rules, context);
    const took = performance.now() - began;
    expect(findings.every(({ id, status }) => status === 'pass' || id === 'agent.httpsPublished')).toBe(true);
    return took;
  });
  return Math.min(...runs);
}

describe('every rule', () => {
  it('judges the same when records, sites and certificates are added that have nothing to do with the site', () => {
    fc.assert(
      fc.property(
        anyServer,
        fc.array(unrelated, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        (server, added, first) => {
          const before = verdicts(asFacts(server));
          const more = structuredClone(server);
          for (const add of added) add(more, first);
          expect(verdicts(asFacts(more))).toEqual(before);
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
          // That there is no agent is an answer, and not a source that could not be read.
          fc.pre(reason !== 'notInstalled' || !lost.includes('agent'));
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

  it('judges 5,000 sites and 10,000 records in under two seconds, and twice as many in about twice the time', () => {
    const half = judgingTime(2500);
    const whole = judgingTime(5000);
    expect(whole).toBeLessThan(2000);
    // Where nothing takes long the clock decides, and other work on the machine.
    expect(whole).toBeLessThan(Math.max(4 * half, 500));
  });

  it('stays linear when the site itself has thousands of bindings', () => {
    const time = (count: number): number => {
      const server = soundServer();
      const hosts = Array.from({ length: count }, (_, index) => `h${index}.example`);
      server.iisConfig.sites[0]!.bindings.push(...hosts.map((host) => binding({ host, sslFlags: 1 })));
      server.httpSysLive.records.push(...hosts.map((host) => record(`${host}:443`)));
      server.httpSysRegistry.records = server.httpSysLive.records;
      const began = performance.now();
      judgeAll(asFacts(server), rules, context);
      return performance.now() - began;
    };
    const quarter = time(1000);
    expect(time(4000)).toBeLessThan(Math.max(4000, 10 * quarter));
  });
});
