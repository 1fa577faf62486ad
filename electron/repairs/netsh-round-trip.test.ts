import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { readNetshSupport } from './netsh-support.ts';
import { recordArguments, whyNotRebuildable } from './netsh-arguments.ts';
import { readFacts } from './read-facts.ts';
import { recordDifferences } from './same-record.ts';

/** The registry's bits that this build's netsh has parameters for. */
const flagBits: Readonly<Record<number, number[]>> = {
  14393: [0x1, 0x2],
  20348: [0x1, 0x2, 0x8, 0x10, 0x20, 0x40, 0x80, 0x100, 0x200, 0x400, 0x800, 0x1000],
};

const sum = (bits: readonly number[]) => bits.reduce((all, bit) => all | bit, 0);
const text = fc.option(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/u), { nil: null });

const settings = (build: number) =>
  fc.record({
    flags: fc.subarray(flagBits[build]!).map(sum),
    checks: fc.subarray([0x1, 0x2, 0x10000]).map(sum),
    freshness: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 0xffffffff })),
    urlTimeout: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 0xffffffff })),
    ctlIdentifier: text,
    ctlStore: text,
    store: fc.constantFrom('MY', null),
    endpoint: fc.constantFrom('0.0.0.0:443', '[::]:443', '10.20.30.7:8443', '[fe80::7]:443'),
  });

describe.each([14393, 20348])('a record of build %i', (build) => {
  it('comes back the same, bit for bit, from its own arguments', async () => {
    const server = await createPracticeServer({ scenario: 'healthy', language: 'en-US', build });
    onTestFinished(() => server.dispose());
    const netsh = await readNetshSupport(server.host, build);
    const template = (await server.world()).httpSys.live[0]!;
    const ask = (...args: string[]) =>
      server.host.run({ name: args.join(' '), tool: 'netsh', args: ['http', ...args], timeoutMs: 5000 });

    await fc.assert(
      fc.asyncProperty(settings(build), fc.boolean(), async ({ checks, ...wanted }, byUpdate) => {
        const checkMode = checks | (wanted.freshness > 0 ? 4 : 0);
        const record = { ...template, ...wanted, checkMode };
        await server.change(({ httpSys }) => {
          httpSys.live = [record];
          httpSys.registry = [record];
        });
        const facts = await readFacts(server.host, ['httpSysLive', 'httpSysRegistry']);
        if (facts.httpSysLive?.state !== 'known' || facts.httpSysRegistry?.state !== 'known')
          throw new Error('unknown');
        const [live, kept] = [facts.httpSysLive.value.records[0]!, facts.httpSysRegistry.value.records[0]!];
        expect(whyNotRebuildable(live, netsh.parameters)).toEqual([]);
        expect(recordDifferences({ ...kept, store: live.store }, live)).toEqual([]);

        const args = recordArguments(live);
        if (byUpdate && netsh.update) {
          await server.change(({ httpSys }) => void Object.assign(httpSys.live[0]!, { flags: 0, urlTimeout: 7 }));
          expect((await ask('update', 'sslcert', ...args)).ok).toBe(true);
        } else {
          await ask('delete', 'sslcert', args[0]!);
          expect((await ask('add', 'sslcert', ...args)).ok).toBe(true);
        }
        const { httpSys } = await server.world();
        expect(httpSys.live).toEqual([record]);
        expect(httpSys.registry).toEqual([record]);
      }),
      { numRuns: 60 },
    );
  });
});
