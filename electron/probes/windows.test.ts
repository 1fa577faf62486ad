import { expect, test } from 'vitest';
import { contextWith, replayHost } from './test-support/replay-host.ts';
import { windowsProbe } from './windows.ts';

const value = (name: string, data: string) => ({
  text: `\r\nHKEY_LOCAL_MACHINE\\X\r\n    ${name}    REG_SZ    ${data}\r\n`,
});
const commands = {
  'reg.windows.build': value('CurrentBuildNumber', '20348'),
  'reg.windows.installationType': value('InstallationType', 'Server Core'),
  'reg.windows.productType': value('ProductType', 'ServerNT'),
  'reg.pending.servicing': { exitCode: 1 },
  'reg.pending.windowsUpdate': { text: 'HKEY_LOCAL_MACHINE\\X' },
  'reg.pending.fileRenames': { exitCode: 1 },
};

test('edition, build and why a reboot is pending', async () => {
  const host = replayHost({ commands, described: { bootTime: '2026-07-01T00:00:00.000Z' } });
  expect(await windowsProbe.ask(host, contextWith())).toEqual({
    state: 'known',
    evidence: [...Object.keys(commands), 'host'],
    value: {
      build: 20348,
      installationType: 'Server Core',
      productType: 'ServerNT',
      fqdn: 'PS07.corp.example',
      bootTime: '2026-07-01T00:00:00.000Z',
      pendingReboot: ['windowsUpdate'],
    },
  });
});

test.each([
  [{ 'reg.windows.build': value('CurrentBuildNumber', 'x') }, 'failed'],
  [{ 'reg.windows.build': { exitCode: 1 } }, 'failed'],
  [{ 'reg.windows.productType': { text: 'HKEY_LOCAL_MACHINE\\X' } }, 'failed'],
  [{ 'reg.pending.servicing': { outcome: 'timedOut' as const } }, 'timedOut'],
])('%j is unknown: %s', async (wrong, reason) => {
  const fact = await windowsProbe.ask(replayHost({ commands: { ...commands, ...wrong } }), contextWith());
  expect(fact).toMatchObject({ state: 'unknown', reason });
});
