import { describe, expect, it } from 'vitest';
import { known, unknown, type Fact } from '../../shared/model/fact.ts';
import type { FactName, FactValue } from '../../shared/model/facts.ts';
import { Result } from '../../shared/model/result.ts';
import { ProbeProgress } from '../../shared/model/wizard-state.ts';
import type { Host } from '../host/host.ts';
import type { Probe, ProbeContext } from '../probes/probe.ts';
import { startDiagnosis } from './run.ts';

const host = {
  kind: 'windows',
  name: 'windows',
  describe: () =>
    Promise.resolve({
      kind: 'host',
      name: 'host',
      at: '2026-03-01T10:00:00.000Z',
      durationMs: 1,
      now: '2026-03-01T10:00:00.000Z',
      bootTime: null,
      addresses: ['127.0.0.1'],
      fqdn: 'ps07.corp.example',
    }),
} as Partial<Host> as Host;

type Ask<N extends FactName> = (context: ProbeContext) => Promise<Fact<FactValue<N>>>;

const probe = <N extends FactName>(fact: N, ask: Ask<N>, timeoutMs = 5_000): Probe =>
  ({ fact, title: `Reads ${fact}`, timeoutMs, ask: (_host, context) => ask(context) }) satisfies Probe<N> as Probe;

const elevation = known({ elevated: true, localSystem: false }, ['whoami.groups']);
const noRecords = known({ records: [] }, ['netsh.http.show.sslcert']);
const sixFacts = ['windows', 'iisConfig', 'iisView', 'httpSysLive', 'httpSysRegistry', 'certificates'] as const;
/** A fact that comes from far without its value being read. */
const noFact = unknown('unsupported', 'Not on this server.');
const never = new Promise<never>(() => undefined);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const diagnose = (probes: Probe[], options: Parameters<typeof startDiagnosis>[1] = {}) =>
  startDiagnosis(host, { ...options, probes });

describe('startDiagnosis', () => {
  it('returns a whole result document', async () => {
    const result = await diagnose([probe('elevation', () => Promise.resolve(elevation))]).done;
    expect(Result.safeParse(result).error).toBeUndefined();
    expect(result.target).toEqual({
      kind: 'windows',
      name: 'windows',
      fqdn: 'ps07.corp.example',
      addresses: ['127.0.0.1'],
    });
    expect(result.startedAt).toBe('2026-03-01T10:00:00.000Z');
    expect(result.findings.find(({ id }) => id === 'host.elevated')?.status).toBe('pass');
    expect(result.facts.iisConfig).toBeUndefined();
    expect(result.causes.map(({ id }) => id)).toEqual(['undetermined']);
  });

  it('ends a probe that hangs, and does not let it hold up the others', async () => {
    let aborted = false;
    const hanging = probe(
      'iisView',
      ({ signal }) => {
        signal.addEventListener('abort', () => (aborted = true));
        return never;
      },
      50,
    );
    const { facts } = await diagnose([hanging, probe('elevation', () => Promise.resolve(elevation))]).done;
    expect(facts.iisView).toMatchObject({ state: 'unknown', reason: 'timedOut' });
    expect(facts.elevation).toEqual(elevation);
    expect(aborted).toBe(true);
  });

  it.each<[string, () => Promise<never>]>([
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret'))],
  ])('a probe that %s leaves its fact unknown', async (_words, ask) => {
    const { facts } = await diagnose([probe('iisView', ask)]).done;
    expect(facts.iisView).toMatchObject({ state: 'unknown', reason: 'failed' });
    expect(JSON.stringify(facts)).not.toContain('secret');
  });

  it('cancels one probe, or all', async () => {
    const one = diagnose([probe('iisView', () => never), probe('elevation', async () => (await sleep(30), elevation))]);
    one.cancel('iisView');
    const { facts } = await one.done;
    expect(facts.iisView).toMatchObject({ state: 'unknown', reason: 'cancelled' });
    expect(facts.elevation).toEqual(elevation);

    const names = ['elevation', ...sixFacts] as const;
    const all = diagnose(names.map((name) => probe(name, () => never)));
    await sleep(5);
    all.cancel(null);
    const cancelled = await all.done;
    expect(names.map((name) => cancelled.facts[name])).toEqual(
      names.map(() => expect.objectContaining({ state: 'unknown', reason: 'cancelled' })),
    );
    expect(cancelled.findings.every(({ status }) => status === 'notRun')).toBe(true);
  });

  it('ends everything when the time for the whole is over', async () => {
    const { facts } = await diagnose([probe('iisView', () => never)], { timeoutMs: 30 }).done;
    expect(facts.iisView).toMatchObject({ state: 'unknown', reason: 'timedOut' });
  });

  it('ignores what an ended probe says later', async () => {
    const late = probe('elevation', async () => (await sleep(60), elevation), 20);
    const { facts } = await diagnose([late, probe('iisView', async () => (await sleep(100), never), 150)]).done;
    expect(facts.elevation).toMatchObject({ state: 'unknown', reason: 'timedOut' });
  });

  it('gives a probe the facts of others, through a chain longer than the slots', async () => {
    const chain = sixFacts.map((name, index) => {
      const next = sixFacts[index + 1];
      return probe(name, async ({ fact }) => {
        if (next === undefined) return noFact as never;
        const other = await fact(next);
        return { ...other, evidence: [...other.evidence, name] } as never;
      });
    });
    const { facts } = await diagnose(chain).done;
    expect(facts.windows?.evidence).toEqual(['httpSysRegistry', 'httpSysLive', 'iisView', 'iisConfig', 'windows']);
  });

  it('does not count the time that a probe waits for others against it', async () => {
    const slow = probe('httpSysLive', async () => (await sleep(120), noRecords));
    const waiter = probe('httpSysRegistry', async ({ fact }) => (await fact('httpSysLive'), noRecords), 60);
    const { facts } = await diagnose([waiter, slow]).done;
    expect(facts.httpSysRegistry).toEqual(noRecords);
  });

  it('answers notRecorded for a fact that no probe brings, and passes on why another is unknown', async () => {
    const seen: string[] = [];
    const asker = probe('elevation', async ({ fact }) => {
      for (const name of ['events', 'iisView'] as const) {
        const other = await fact(name);
        seen.push(other.state === 'unknown' ? other.reason : other.state);
      }
      return elevation;
    });
    await diagnose([asker, probe('iisView', () => never, 20)]).done;
    expect(seen).toEqual(['notRecorded', 'timedOut']);
  });

  it('does not hang when probes wait for each other in a circle', async () => {
    const waits = (name: FactName, wanted: FactName) =>
      probe(name, async ({ fact }) => {
        const other = await fact(wanted);
        return (other.state === 'known' ? noFact : other) as never;
      });
    const began = performance.now();
    const { facts } = await diagnose([
      waits('iisView', 'iisConfig'),
      waits('iisConfig', 'httpSysLive'),
      waits('httpSysLive', 'iisView'),
      waits('elevation', 'elevation'),
    ]).done;
    expect(performance.now() - began).toBeLessThan(2_000);
    for (const fact of Object.values(facts)) expect(fact).toMatchObject({ state: 'unknown', reason: 'failed' });
  });

  it('runs work that probes share once', async () => {
    let runs = 0;
    const work = async () => (await sleep(10), (runs += 1));
    const sharing = (name: 'httpSysLive' | 'httpSysRegistry') =>
      probe(name, async ({ once }) => (await once('script', work), noRecords));
    await diagnose([sharing('httpSysLive'), sharing('httpSysRegistry')]).done;
    expect(runs).toBe(1);
  });

  it('goes on with shared work when the probe that asked first is cancelled or out of time', async () => {
    const work = async (signal: AbortSignal) => {
      await sleep(60);
      return signal.aborted;
    };
    const sharing = (name: 'httpSysLive' | 'httpSysRegistry', timeoutMs: number) =>
      probe(name, async ({ once }) => ((await once('script', work)) ? (noFact as never) : noRecords), timeoutMs);
    const run = diagnose([sharing('httpSysLive', 20), sharing('httpSysRegistry', 20)]);
    await sleep(5);
    run.cancel('httpSysLive');
    const { facts } = await run.done;
    expect(facts.httpSysLive).toMatchObject({ reason: 'cancelled' });
    expect(facts.httpSysRegistry).toEqual(noRecords);
  });

  it('lets others run while probes wait for shared work', async () => {
    const sharing = sixFacts.map((name) =>
      probe(name, async ({ once }) => (await once('script', () => sleep(80)), noFact as never)),
    );
    let ranAfter = 0;
    const began = performance.now();
    const quick = probe('elevation', async () => ((ranAfter = performance.now() - began), elevation));
    await diagnose([...sharing, quick]).done;
    expect(ranAfter).toBeLessThan(60);
  });

  it('runs a bounded number at once', async () => {
    let running = 0;
    let most = 0;
    const names = [...sixFacts, 'schannel', 'agent', 'service', 'appPools'] as const;
    const probes = names.map((name) =>
      probe(name, async () => {
        most = Math.max(most, (running += 1));
        await sleep(15);
        running -= 1;
        return noFact as never;
      }),
    );
    await startDiagnosis(host, { probes }).done;
    expect(most).toBe(8);
  });

  it('tells how each probe stands', async () => {
    const events: ProbeProgress[] = [];
    const chain = [
      probe('httpSysLive', async ({ fact }) => (await fact('elevation'), noRecords)),
      probe('elevation', async () => (await sleep(10), elevation)),
      probe('iisView', () => never, 30),
    ];
    await diagnose(chain, { onProgress: (progress) => events.push(progress) }).done;
    for (const event of events) expect(ProbeProgress.safeParse(event).error).toBeUndefined();
    const states = (name: FactName) => events.filter(({ fact }) => fact === name).map(({ state }) => state);
    expect(states('httpSysLive')).toEqual(['waiting', 'running', 'waiting', 'running', 'known']);
    expect(states('elevation')).toEqual(['waiting', 'running', 'known']);
    expect(events.findLast(({ fact }) => fact === 'iisView')).toMatchObject({ state: 'unknown', reason: 'timedOut' });
    expect(events.findLast(({ fact }) => fact === 'elevation')?.durationMs).toBeGreaterThanOrEqual(5);
  });
});
