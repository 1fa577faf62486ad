import { expect, test } from 'vitest';
import { known } from '../../shared/model/fact.ts';
import { elevationProbe } from './elevation.ts';
import { httpSysLiveProbe } from './http-sys-live.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';

const name = 'netsh.http.show.sslcert';
const ask = (command: Parameters<typeof replayHost>[0]['commands'], context = contextWith()) =>
  httpSysLiveProbe.ask(replayHost(command === undefined ? {} : { commands: command }), context);

test.each([
  [{ outcome: 'timedOut' }, 'timedOut'],
  [{ outcome: 'cancelled' }, 'cancelled'],
  [{ outcome: 'tooLarge' }, 'tooLarge'],
  [{ outcome: 'notFound' }, 'unsupported'],
  [{ outcome: 'spawnFailed' }, 'failed'],
  [{ outcome: 'notRecorded' }, 'notRecorded'],
  [{ outcome: 'accessDenied' }, 'notElevated'],
  [{ exitCode: 5 }, 'notElevated'],
  [{ exitCode: 50, text: 'ERROR ( hresult:80070005, message:… )' }, 'notElevated'],
  [{ exitCode: 1 }, 'failed'],
  [{ text: '' }, 'failed'],
  [{ text: '\u0000\u0007garbage' }, 'failed'],
] as const)('%j is unknown: %s', async (answer, reason) => {
  const fact = await ask({ [name]: answer });
  expect(fact).toMatchObject({ state: 'unknown', reason, evidence: [name] });
  expect(fact).toHaveProperty('detail', expect.stringMatching(/^(?:"|What ")netsh http show sslcert" .*\.$/u));
});

test('access denied to a process that has all rights is a failure', async () => {
  const elevation = known({ elevated: true, localSystem: false }, ['whoami.groups']);
  expect(await ask({ [name]: { exitCode: 5 } }, contextWith({ elevation }))).toMatchObject({ reason: 'failed' });
});

test('an empty listing is known, a cut-off one is not', async () => {
  const heading = '\r\nSSL-Zertifikatbindungen:\r\n------------------------\r\n\r\n';
  expect(await ask({ [name]: { text: heading } })).toEqual(known({ records: [] }, [name]));
  const cut = `${heading} IP:Port : 0.0.0.0:443\r\n Hash : ${'ab'.repeat(20)}\r\n Id : {${'0'.repeat(8)}}\r\n`;
  expect(await ask({ [name]: { text: cut } })).toMatchObject({ state: 'unknown', reason: 'failed' });
  // netsh ends each line: further records may have stood below this one.
  expect(await ask({ [name]: { text: heading.trimEnd() } })).toMatchObject({ state: 'unknown', reason: 'failed' });
});

test('whoami that is refused does not wait for its own answer', async () => {
  const context = { ...contextWith(), fact: () => new Promise<never>(() => {}) };
  const host = replayHost({ commands: { 'whoami.groups': { outcome: 'accessDenied' } } });
  expect(await elevationProbe.ask(host, context)).toMatchObject({ state: 'unknown', reason: 'failed' });
});
