import { describe, expect, test } from 'vitest';
import type { Fact } from '../../shared/model/fact.ts';
import { Facts, type FactName, type FactValue } from '../../shared/model/facts.ts';
import { createPracticeServer, type PracticeServer } from '../host/practice/practice-server.ts';
import { probes } from './catalogue.ts';
import type { ProbeContext } from './probe.ts';

/** Asks every probe, each fact once. */
async function askAll({ host }: PracticeServer): Promise<Facts> {
  const asked = new Map<FactName, Promise<Fact<unknown>>>();
  const context: ProbeContext = {
    signal: new AbortController().signal,
    fact: <N extends FactName>(name: N) => ask(name) as Promise<Fact<FactValue<N>>>,
    once: (_, work) => work(new AbortController().signal),
  };
  const ask = (name: FactName): Promise<Fact<unknown>> => {
    const probe = probes.find(({ fact }) => fact === name);
    if (probe === undefined) throw new Error(`no probe for ${name}`);
    const running = asked.get(name) ?? probe.ask(host, context);
    asked.set(name, running);
    return running;
  };
  const facts = await Promise.all(probes.map(async ({ fact }) => [fact, await ask(fact)]));
  return Object.fromEntries(facts) as Facts;
}

async function factsOf(options: Parameters<typeof createPracticeServer>[0]): Promise<Facts> {
  const server = await createPracticeServer(options);
  try {
    return await askAll(server);
  } finally {
    await server.dispose();
  }
}

test('each fact has one probe', () => {
  const names = probes.map(({ fact }) => fact);
  expect(new Set(names).size).toBe(names.length);
});

describe('a practice server', () => {
  test.each([
    ['en-US', 17763],
    ['en-US', 26100],
    ['de-DE', 20348],
    ['ja-JP', 17763],
    ['fr-FR', 14393],
    ['zh-CN', 20348],
  ])('speaks %s on build %i, and every fact is known', async (language, build) => {
    const facts = await factsOf({ scenario: 'healthy', language, build });
    expect(Facts.parse(facts)).toEqual(facts);
    expect(Object.values(facts).filter((fact) => fact.state === 'unknown')).toEqual([]);
    const { httpSysLive: live, httpSysRegistry: registry } = facts;
    if (live?.state !== 'known' || registry?.state !== 'known') throw new Error('both are known');
    expect(live.value.records.length).toBeGreaterThan(1);
    const sameStore = live.value.records.map((record) => ({ ...record, store: record.store ?? 'MY' }));
    expect(registry.value.records).toEqual(expect.arrayContaining(sameStore));
  });

  test('without a record resets every handshake on 443', async () => {
    const { handshakes, httpSysLive } = await factsOf({ scenario: 'missing-record' });
    if (handshakes?.state !== 'known' || httpSysLive?.state !== 'known') throw new Error('both are known');
    expect(httpSysLive.value.records.some(({ endpoint }) => endpoint.port === 443)).toBe(false);
    expect(new Set(handshakes.value.attempts.map(({ outcome }) => outcome))).toEqual(new Set(['reset']));
  });

  test('is served the certificate of its record when it is healthy', async () => {
    const { handshakes, certificates } = await factsOf({ scenario: 'healthy' });
    if (handshakes?.state !== 'known' || certificates?.state !== 'known') throw new Error('both are known');
    const inStore = certificates.value.items.map(({ thumbprint }) => thumbprint);
    for (const attempt of handshakes.value.attempts) {
      expect(attempt.outcome).toBe('completed');
      expect(inStore).toContain(attempt.thumbprint);
    }
  });
});
