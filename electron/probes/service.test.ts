import { expect, test } from 'vitest';
import { notificationServerProbe } from './notification-server.ts';
import { serviceProbe } from './service.ts';
import { lines, runningService, sections } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';
import { webServiceProbe } from './web-service.ts';

const ask = (commands: Parameters<typeof replayHost>[0]['commands']) =>
  serviceProbe.ask(replayHost(commands === undefined ? {} : { commands }), contextWith());
const queryex = { 'sc.queryex.AeXNSClient': { text: runningService('AeXNSClient') } };
const start = [{ name: 'aexnsclient', startMode: 'Automatic', dependents: ['A'] }];
const qc = lines('[SC] X', '', 'SERVICE_NAME: AeXNSClient', ' TYPE : 10  OWN', ' START_TYPE : 4   DISABLED');
const expected = { name: 'AeXNSClient', state: 'Running', pid: 3192 };

test('state from sc, start mode from the script', async () => {
  const fact = await ask({ ...queryex, 'powershell.machine': { text: sections({ services: start }) } });
  expect(fact).toEqual({
    state: 'known',
    evidence: ['sc.queryex.AeXNSClient', 'powershell.machine'],
    value: { ...expected, startMode: 'Automatic', dependents: ['A'] },
  });
});

test('without the script sc tells that too', async () => {
  const commands = {
    ...queryex,
    'sc.qc.AeXNSClient': { text: qc },
    'sc.enumdepend.AeXNSClient': { text: 'x = 0\r\n' },
  };
  expect(await ask(commands)).toMatchObject({
    state: 'known',
    value: { ...expected, startMode: 'Disabled', dependents: [] },
  });
  expect(await ask({ ...commands, 'sc.qc.AeXNSClient': { exitCode: 5 } })).toMatchObject({ reason: 'notElevated' });
  expect(await ask({ ...commands, 'sc.enumdepend.AeXNSClient': { text: '' } })).toMatchObject({ reason: 'failed' });
});

test.each([
  [{ exitCode: 1060 }, 'notInstalled'],
  [{ exitCode: 1 }, 'failed'],
  [{ text: '' }, 'failed'],
  [{ outcome: 'timedOut' as const }, 'timedOut'],
])('%j is unknown: %s', async (answer, reason) => {
  expect(await ask({ 'sc.queryex.AeXNSClient': answer })).toMatchObject({ state: 'unknown', reason });
});

test('W3SVC is asked in the same way', async () => {
  const host = replayHost({ commands: { 'sc.queryex.W3SVC': { exitCode: 1060 } } });
  expect(await webServiceProbe.ask(host, contextWith())).toMatchObject({ reason: 'notInstalled' });
});

test('signs of a Notification Server: there, or known to be absent, or not known', async () => {
  const askServer = (registry: { exitCode?: number; text?: string }, service: { exitCode?: number; text?: string }) =>
    notificationServerProbe.ask(
      replayHost({ commands: { 'reg.notificationServer': registry, 'sc.queryex.AeXSvc': service } }),
      contextWith(),
    );
  const path = lines('HKEY_LOCAL_MACHINE\\X', '    InstallPath    REG_SZ    D:\\NS');
  expect(await askServer({ text: path }, { text: runningService('AeXSvc') })).toMatchObject({
    value: { installPath: 'D:\\NS', serviceState: 'Running' },
  });
  expect(await askServer({ exitCode: 1 }, { exitCode: 1060 })).toMatchObject({
    value: { installPath: null, serviceState: null },
  });
  expect(await askServer({ text: 'x' }, { exitCode: 1060 })).toMatchObject({ state: 'unknown' });
  expect(await askServer({ exitCode: 1 }, { exitCode: 1 })).toMatchObject({ state: 'unknown' });
});
