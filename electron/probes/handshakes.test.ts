import { expect, test } from 'vitest';
import { handshakesProbe } from './handshakes.ts';
import { inParallel } from './in-parallel.ts';
import { sections } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';

test('each answer is an attempt, and its name is evidence', async () => {
  const host = replayHost({
    tls: ({ address, http }) =>
      address === '127.0.0.1'
        ? { outcome: 'reset' }
        : {
            outcome: 'completed',
            protocol: 'TLSv1.3',
            chain: [new Uint8Array([1])],
            http: http ? { status: 404, path: '/' } : null,
          },
  });
  const fact = await handshakesProbe.ask(host, contextWith());
  const sha1 = 'BF8B4530D8D246DD74AC53A13471BBA17941DFF7';
  expect(fact).toMatchObject({
    state: 'known',
    evidence: [
      'tls.127.0.0.1.443.no-sni',
      'tls.10.0.0.7.443.no-sni',
      'tls.127.0.0.1.443.PS07.corp.example',
      'tls.10.0.0.7.443.PS07.corp.example',
      'tls.10.0.0.7.443.PS07.corp.example.TLSv1.2',
      'tls.10.0.0.7.443.PS07.corp.example.TLSv1.3',
    ],
    value: {
      attempts: [
        { client: 'node', outcome: 'reset', thumbprint: null, chain: [] },
        { outcome: 'completed', thumbprint: sha1, chain: [sha1], http: null },
        { outcome: 'reset' },
        { outcome: 'completed', serverName: 'PS07.corp.example', http: { status: 404, path: '/' } },
        { outcome: 'completed', offered: 'TLSv1.2', http: null },
        { outcome: 'completed', offered: 'TLSv1.3', http: null },
      ],
    },
  });
});

test('the request of Schannel is an attempt of its own', async () => {
  const selfAccess = {
    port: 443,
    address: '10.0.0.7',
    serverName: 'PS07.corp.example',
    outcome: 'completed',
    protocol: 'Tls12',
    certificate: 'AQ==',
    trustErrors: ['RemoteCertificateNameMismatch'],
    status: 404,
  };
  const ask = (section: unknown) =>
    handshakesProbe.ask(
      replayHost({
        commands: { 'powershell.machine': { text: sections({ selfAccess: section }) } },
        tls: () => ({ outcome: 'notRecorded' }),
      }),
      contextWith(),
    );
  const sha1 = 'BF8B4530D8D246DD74AC53A13471BBA17941DFF7';
  const told = { client: 'schannel', address: '10.0.0.7', port: 443, serverName: 'PS07.corp.example' };
  expect(await ask(selfAccess)).toMatchObject({
    evidence: expect.arrayContaining(['powershell.machine']),
    value: {
      attempts: [
        {
          ...told,
          outcome: 'completed',
          protocol: 'TLSv1.2',
          thumbprint: sha1,
          http: { status: 404, path: '/' },
          trustErrors: ['RemoteCertificateNameMismatch'],
        },
      ],
    },
  });
  const failed = { ...selfAccess, outcome: 'reset', protocol: null, certificate: null, trustErrors: [], status: null };
  const fact = await ask(failed);
  expect(fact).toMatchObject({ value: { attempts: [{ ...told, outcome: 'reset', thumbprint: null, http: null }] } });
  expect(fact).not.toHaveProperty('value.attempts.0.trustErrors');
  expect(await ask({ ...selfAccess, outcome: 'odd' })).toMatchObject({ state: 'unknown', reason: 'notRecorded' });
});

test('a recording without handshakes tells nothing', async () => {
  const host = replayHost({ tls: () => ({ outcome: 'notRecorded' }) });
  expect(await handshakesProbe.ask(host, contextWith())).toMatchObject({ state: 'unknown', reason: 'notRecorded' });
});

test('what was cancelled is not known in part', async () => {
  const controller = new AbortController();
  const host = replayHost({
    tls: () => {
      controller.abort();
      return { outcome: 'completed' };
    },
  });
  expect(await handshakesProbe.ask(host, contextWith({}, controller.signal))).toMatchObject({ reason: 'cancelled' });
});

test('work in parallel keeps its order and its bound', async () => {
  let running = 0;
  let most = 0;
  const results = await inParallel([30, 5, 20, 1, 1, 1], 2, async (delay) => {
    most = Math.max(most, (running += 1));
    await new Promise((done) => setTimeout(done, delay));
    running -= 1;
    return delay;
  });
  expect(results).toEqual([30, 5, 20, 1, 1, 1]);
  expect(most).toBe(2);
});
