import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../shared/model/endpoint.ts';
import type { HttpSysRecord } from '../../shared/model/facts/httpsys.ts';
import { recording } from '../host/recording.ts';
import { createPracticeServer } from '../host/practice/practice-server.ts';
import { startDiagnosis } from '../diagnosis/run.ts';
import { openCaseStore } from '../cases/store.ts';
import { createRepairEngine } from './engine.ts';
import { impatient } from './testing/impatient.ts';
import { practiceRepair, rebind } from './testing/practice-repair.ts';
import { toCommand, type Step } from './steps/step.ts';

/** What a shell, netsh or appcmd would take for more than a word. */
const marked = fc
  .string({
    unit: fc.constantFrom('"', "'", ' ', '&', '|', '^', '%', ';', '`', '$', '=', '/', '\\', '\n', ']', ',', 'x'),
  })
  .map((text) => `zz${text}zz`);

const record = (changes: Partial<HttpSysRecord>): HttpSysRecord => ({
  endpoint: { kind: 'ip', address: '0.0.0.0', host: '', port: 443 },
  thumbprint: 'A'.repeat(40),
  thumbprintReadable: true,
  appId: '4dc3e181-e14b-4a21-b022-59fc669b0914',
  store: 'MY',
  flags: {},
  unknownFlags: [],
  ...changes,
});
const site = (name: string) => ({ id: 1, name });
const binding = { protocol: 'https' as const, address: '*', port: 443, host: '', sslFlags: 0 };

/** One step for every field of text that goes into a command, with that field free. */
const steps: [what: string, step: (text: string) => Step][] = [
  ['the store of a record', (store) => ({ kind: 'netshAdd', record: record({ store }) })],
  [
    'the host of a record',
    (host) => ({ kind: 'netshAdd', record: record({ endpoint: { kind: 'sni', address: '', host, port: 443 } }) }),
  ],
  ['the application id', (appId) => ({ kind: 'netshAdd', record: record({ appId }) })],
  ['a flag of a record', (text) => ({ kind: 'netshAdd', record: record({ flags: { sslctlstorename: text } }) })],
  ['the name of a site', (name) => ({ kind: 'iisState', change: 'start', object: 'site', name })],
  ['the name of a pool', (name) => ({ kind: 'iisState', change: 'stop', object: 'apppool', name })],
  ['the site of a binding', (name) => ({ kind: 'iisBinding', change: 'add', site: site(name), binding })],
  [
    'the site of protocols',
    (name) => ({ kind: 'iisProtocols', site: site(name), before: [], after: ['http', 'https'] }),
  ],
];

describe('text that comes from a server', () => {
  it.each(steps)('%s stays within one argument, as it is', (_what, step) => {
    const plain = toCommand(step('plain'))!;
    fc.assert(
      fc.property(marked, (text) => {
        const { binary, args } = toCommand(step(text))!;
        expect(binary).toBe(plain.binary);
        expect(args).toHaveLength(plain.args.length);
        expect(args.filter((argument) => argument.includes(text))).toHaveLength(1);
        expect(args.map((argument) => argument.replace(text, 'plain'))).toEqual(plain.args);
      }),
    );
  });
});

describe('an endpoint that a page made up', () => {
  it('is found nowhere, and reaches no command', async () => {
    const { data } = await practiceRepair({ scenario: 'healthy' });
    const server = await createPracticeServer({ scenario: 'stale-binding' });
    const host = recording(server.host);
    const result = await startDiagnosis(host).done;
    const engine = createRepairEngine({
      host,
      cases: await openCaseStore(data),
      diagnose: () => Promise.resolve(result),
      before: () => Promise.resolve(result),
      patience: impatient,
    });
    const endpoint: fc.Arbitrary<Endpoint> = fc.record({
      kind: fc.constantFrom('ip', 'sni', 'ccs'),
      address: marked,
      host: marked,
      port: fc.integer({ min: 0, max: 65_535 }),
    });
    const before = await server.world();
    for (const made of fc.sample(endpoint, 5)) {
      for (const repair of ['rebind-certificate', 'remove-shadowing-record'] as const) {
        await expect(engine.plan({ ...rebind, repair, endpoint: made })).rejects.toMatchObject({ name: 'UserError' });
      }
    }
    const asked = host.answers().flatMap((answer) => (answer.kind === 'command' ? answer.args : []));
    expect(asked.filter((argument) => argument.includes('zz'))).toEqual([]);
    expect(await server.world()).toEqual(before);
    await server.dispose();
  });
});
