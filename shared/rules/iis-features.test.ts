import { expect, it } from 'vitest';
import { featureOfName, isInstalled, requiredFeatures } from './required-features.ts';
import { judgeTable } from './rule-table.ts';
import { logLine, type SoundServer } from './sample-server.ts';

const lack =
  (...components: string[]) =>
  (server: SoundServer): void => {
    for (const component of components) server.iisFeatures.components[component] = false;
  };
/** The agent's newest word: these are missing. */
const missed =
  (...names: string[]) =>
  (server: SoundServer): void => {
    server.agentLog.missingFeatures = names;
    server.agentLog.matches.push(
      logLine(names.length > 0 ? 'roleServicesMissing' : 'featuresMissing', '2026-02-21T08:00:00.000Z'),
    );
  };
const silent = (server: SoundServer): void => void (server.agentLog.matches = []);
const all =
  (...changes: ((server: SoundServer) => void)[]) =>
  (server: SoundServer) => {
    for (const change of changes) change(server);
  };

judgeTable([
  ['iis.features', 'all there, directories made', 'pass', () => undefined],
  ['iis.features', 'all there, agent silent', 'pass', silent],
  ['iis.features', 'all there, log not known', 'info', () => undefined, undefined, { agentLog: 'timedOut' }],
  ['iis.features', 'some lacking, but directories made', 'info', lack('ASP'), /misses no role service/],
  [
    'iis.features',
    'missed before, there when the directories were made, and gone since',
    'warn',
    all(lack('ASP'), (s) => void (s.agentLog.missingFeatures = ['ASP', 'Windows Authentication'])),
    /missed before are not installed now: ASP\./,
  ],
  [
    'iis.features',
    'missed before, and there since',
    'pass',
    (s) => void (s.agentLog.missingFeatures = ['ASP', 'Windows Authentication']),
  ],
  [
    'iis.features',
    'registry not known, directories made',
    'info',
    () => undefined,
    undefined,
    { iisFeatures: 'failed' },
  ],
  ['iis.features', 'registry not known, agent silent', 'notRun', silent, undefined, { iisFeatures: 'failed' }],
  [
    'iis.features',
    'some lacking, agent silent',
    'warn',
    all(silent, lack('ASP', 'Metabase')),
    /ASP and IIS 6 Metabase/,
  ],
  ['iis.features', 'only .NET 3.5 lacking', 'info', all(silent, lack('ASPNET')), /whether the agent misses others/],
  [
    'iis.features',
    'no IIS 6 console on Server Core',
    'pass',
    all(silent, lack('LegacySnapin'), (s) => void (s.windows.installationType = 'Server Core')),
  ],
  [
    'iis.features',
    'no IIS 6 console on Server 2025',
    'pass',
    all(silent, lack('LegacySnapin'), (s) => void (s.windows.build = 26100)),
  ],
  ['iis.features', 'no IIS 6 console elsewhere', 'warn', all(silent, lack('LegacySnapin')), /IIS 6 Management Console/],
  [
    'iis.features',
    'no IIS 6 console, Windows not known',
    'notRun',
    all(silent, lack('LegacySnapin')),
    undefined,
    { windows: 'failed' },
  ],
  [
    'iis.features',
    'the agent names some, the registry agrees',
    'fail',
    all(missed('.NET Extensibility 3.5', 'ASP.NET 3.5'), lack('NetFxExtensibility', 'ASPNET')),
    /\.NET Extensibility 3\.5, ASP\.NET 3\.5/,
  ],
  [
    'iis.features',
    'the agent names some, registry not known',
    'fail',
    missed('ASP'),
    /: ASP\./,
    { iisFeatures: 'failed' },
  ],
  ['iis.features', 'the agent names one that no table has', 'fail', missed('Web Magic'), /Web Magic/],
  ['iis.features', 'the agent names none, some lacking', 'fail', all(missed(), lack('ASP')), /ASP \(KB180398\)/],
  ['iis.features', 'the agent names some that are there by now', 'warn', missed('ASP'), /installed by now/],
  ['iis.features', 'the agent names none, all there by now', 'warn', missed(), /has not looked again/],
  [
    'iis.features',
    'missed once, directories made later',
    'pass',
    (s) => {
      missed('ASP')(s);
      s.agentLog.matches.push(logLine('virtualDirectory', '2026-02-22T08:00:00.000Z'));
    },
  ],
]);

it('reads the names of the log in their newer forms, and finds each value whatever its case', () => {
  expect(featureOfName(' asp.net 4.8')?.dism).toBe('IIS-ASPNET45');
  expect(featureOfName('.NET Extensibility 4.7.')?.dism).toBe('IIS-NetFxExtensibility45');
  expect(featureOfName('ASP.NET 3.5')?.dism).toBe('IIS-ASPNET');
  expect(featureOfName('')).toBeUndefined();
  const asp = featureOfName('ASP')!;
  expect(isInstalled(asp, { asp: true })).toBe(true);
  expect(isInstalled(asp, { ASP: false })).toBe(false);
  expect(isInstalled(asp, {})).toBe(false);
  expect(isInstalled(featureOfName('ASP.NET 4.5')!, { ASPNET45: true })).toBeNull();
  expect(new Set(requiredFeatures.map(({ dism }) => dism)).size).toBe(requiredFeatures.length);
});
