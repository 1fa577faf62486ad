import { expect, test } from 'vitest';
import { lines, sections } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';
import { windowsProbe } from './windows.ts';

const value = (name: string, data: string) => ({
  text: lines('', 'HKEY_LOCAL_MACHINE\\X', `    ${name}    REG_SZ    ${data}`),
});
const version = (build: string) => ({
  text: lines(
    '',
    'HKEY_LOCAL_MACHINE\\X',
    `    CurrentBuildNumber    REG_SZ    ${build}`,
    '    InstallationType    REG_SZ    Server Core',
  ),
});
const described = { bootTime: '2026-07-01T00:00:00.000Z' };
const byScript = {
  'reg.windows.version': version('20348'),
  'powershell.machine': { text: sections({ windows: { productType: 'ServerNT', pendingReboot: ['windowsUpdate'] } }) },
};
const byQueries = {
  'reg.windows.version': version('20348'),
  'powershell.machine': { text: sections({ windows: { error: 'Constrained Language Mode' } }) },
  'reg.windows.productType': value('ProductType', 'ServerNT'),
  'reg.pending.servicing': { exitCode: 1 },
  'reg.pending.windowsUpdate': { text: 'HKEY_LOCAL_MACHINE\\X' },
  'reg.pending.fileRenames': { exitCode: 1 },
};
const known = {
  build: 20348,
  installationType: 'Server Core',
  productType: 'ServerNT',
  fqdn: 'PS07.corp.example',
  bootTime: '2026-07-01T00:00:00.000Z',
  pendingReboot: ['windowsUpdate'],
};

test('edition, build and why a reboot is pending, with the script that runs anyway', async () => {
  const host = replayHost({ commands: byScript, described });
  const evidence = ['reg.windows.version', 'powershell.machine', 'host'];
  expect(await windowsProbe.ask(host, contextWith())).toEqual({ state: 'known', evidence, value: known });
});

test('without PowerShell a query for each value tells the same', async () => {
  const host = replayHost({ commands: byQueries, described });
  expect(await windowsProbe.ask(host, contextWith())).toMatchObject({ state: 'known', value: known });
});

test.each([
  [{ 'reg.windows.version': version('x') }, 'failed'],
  [{ 'reg.windows.version': value('CurrentBuildNumber', '20348') }, 'failed'],
  [{ 'reg.windows.version': { exitCode: 1 } }, 'failed'],
  [{ 'reg.windows.productType': { text: 'HKEY_LOCAL_MACHINE\\X' } }, 'failed'],
  [{ 'reg.pending.servicing': { outcome: 'timedOut' as const } }, 'timedOut'],
])('%j is unknown: %s', async (wrong, reason) => {
  const fact = await windowsProbe.ask(replayHost({ commands: { ...byQueries, ...wrong } }), contextWith());
  expect(fact).toMatchObject({ state: 'unknown', reason });
});

test('a server without a name is not known', async () => {
  const host = replayHost({ commands: byScript, described: { fqdn: null } });
  expect(await windowsProbe.ask(host, contextWith())).toMatchObject({ state: 'unknown', reason: 'failed' });
});
