import { describe, expect, test } from 'vitest';
import { known, unknown } from '../../shared/model/fact.ts';
import { agentLogProbe } from './agent-log.ts';
import { agentPackagesProbe } from './agent-packages.ts';
import { agentPolicyProbe } from './agent-policy.ts';
import { agentProbe } from './agent.ts';
import { lines, sections } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';

const installDir = 'C:\\Agent';
const agent = known(
  {
    version: '8.8',
    installDir,
    notificationServer: 'SMP.example',
    packageServerKey: true,
    policyLastReceived: null,
    policyForced: null,
  },
  ['reg.agent.settings'],
);
const file = (text: string) => ({ chunks: [new TextEncoder().encode(text)] });

describe('agent', () => {
  const root = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Altiris\\Altiris Agent';
  const settings = {
    text: lines(
      '',
      root,
      '    InstallDir    REG_SZ    C:\\Agent',
      '    Version    REG_SZ    8.8',
      '',
      `${root}\\Package Server`,
    ),
  };
  const ask = (commands: Parameters<typeof replayHost>[0]['commands']) =>
    agentProbe.ask(replayHost(commands === undefined ? {} : { commands }), contextWith());
  test('its settings, with or without a server', async () => {
    const value = {
      version: '8.8',
      installDir,
      packageServerKey: true,
      notificationServer: null,
      policyLastReceived: null,
      policyForced: null,
    };
    expect(await ask({ 'reg.agent.settings': settings, 'reg.agent.servers': { exitCode: 1 } })).toMatchObject({
      value,
    });
    expect(await ask({ 'reg.agent.settings': settings })).toMatchObject({ state: 'unknown' });
  });
  test('no agent', async () => {
    expect(await ask({ 'reg.agent.settings': { exitCode: 1 }, 'reg.agent.servers': { exitCode: 1 } })).toMatchObject({
      reason: 'notInstalled',
    });
    expect(
      await ask({ 'reg.agent.settings': { text: lines(root) }, 'reg.agent.servers': { exitCode: 1 } }),
    ).toMatchObject({ reason: 'failed' });
  });
});

describe('agentLog', () => {
  const folder = 'C:\\ProgramData\\Symantec\\Symantec Agent\\Logs';
  const entry = (name: string, modified: string) => ({ name, size: 1, modified });
  const event = (text: string, date: string) => `<event date='${date}' severity='1' ><![CDATA[${text}]]></event>\n`;
  const entries = [
    entry('agent.log', '2026-09-26T10:00:00.000Z'),
    entry('agent1.log.2', '2026-09-25T10:00:00.000Z'),
    entry('x.txt', '2026-09-27T10:00:00.000Z'),
  ];
  const own = { [`${folder}\\agent.log`]: file(event('could not access own Web Site using HTTPS', 'Sep 26 09:00:00')) };
  const old = {
    [`${folder}\\agent1.log.2`]: file(event('Starting client object: Altiris.AeXNSCPkgSvr', 'Sep 25 09:00:00')),
  };

  test('all files as one log', async () => {
    const fact = await agentLogProbe.ask(
      replayHost({ folders: { [folder]: { entries } }, files: { ...own, ...old } }),
      contextWith(),
    );
    expect(fact).toMatchObject({
      state: 'known',
      evidence: ['folder.agentLog.programData', 'file.agentLog.agent.log', 'file.agentLog.agent1.log.2'],
      value: {
        files: 2,
        matches: [{ message: 'pluginStarting', file: 'agent1.log.2' }, { message: 'selfAccessHttps' }],
      },
    });
  });
  test('an older folder, and the one of the installation', async () => {
    const other = 'C:\\Agent\\Logs';
    const host = replayHost({
      folders: { [folder]: {}, [other]: { entries } },
      files: { [`${other}\\agent.log`]: file(''), [`${other}\\agent1.log.2`]: file('') },
    });
    expect(await agentLogProbe.ask(host, contextWith({ agent }))).toMatchObject({
      state: 'known',
      value: { files: 2, matches: [] },
    });
  });
  test('what the newest file says is not replaced by what the older ones say', async () => {
    const read = (files: Parameters<typeof replayHost>[0]['files']) =>
      agentLogProbe.ask(replayHost({ folders: { [folder]: { entries } }, ...(files ? { files } : {}) }), contextWith());
    expect(await read({ ...old, [`${folder}\\agent.log`]: { outcome: 'locked' } })).toMatchObject({
      state: 'unknown',
      reason: 'failed',
    });
    expect(await read(own)).toMatchObject({ state: 'known', value: { files: 1 } });
  });
  test.each([
    [{}, 'notInstalled'],
    [{ [folder]: { outcome: 'accessDenied' as const } }, 'notElevated'],
    [{ [folder]: { outcome: 'timedOut' as const } }, 'timedOut'],
    [{ [folder]: { outcome: 'notRecorded' as const } }, 'notRecorded'],
  ])('%j is unknown: %s', async (folders, reason) => {
    expect(await agentLogProbe.ask(replayHost({ folders }), contextWith())).toMatchObject({ state: 'unknown', reason });
  });
});

describe('agentPolicy', () => {
  const folder = `${installDir}\\Client Policies`;
  const entry = (name: string, modified: string) => ({ name, size: 1, modified });
  const policies = file(
    '<Policies><Policy name="x"><ClientPolicy agentClsid="Altiris.AeXNSCPkgSvr"><A httpsPort="443"/></ClientPolicy></Policy></Policies>',
  );
  test('the file of the Notification Server, else the newest', async () => {
    const entries = [
      entry('smp.example.xml', '2026-01-01T00:00:00.000Z'),
      entry('other.xml', '2026-02-01T00:00:00.000Z'),
    ];
    const ask = (listed: typeof entries) =>
      agentPolicyProbe.ask(
        replayHost({
          folders: { [folder]: { entries: listed } },
          files: Object.fromEntries(listed.map(({ name }) => [`${folder}\\${name}`, policies])),
        }),
        contextWith({ agent }),
      );
    expect(await ask(entries)).toMatchObject({
      value: { file: 'smp.example.xml', settings: [{ policy: 'x', name: 'A.httpsPort', value: '443' }] },
    });
    expect(await ask(entries.slice(1))).toMatchObject({ value: { file: 'other.xml' } });
    expect(await ask([])).toMatchObject({ reason: 'notInstalled' });
  });
  test.each([
    [{}, 'notInstalled'],
    [{ [folder]: { outcome: 'accessDenied' as const } }, 'notElevated'],
    [{ [folder]: { outcome: 'cancelled' as const } }, 'cancelled'],
  ])('%j is unknown: %s', async (folders, reason) => {
    expect(await agentPolicyProbe.ask(replayHost({ folders }), contextWith({ agent }))).toMatchObject({ reason });
  });
});

describe('agentPackages', () => {
  const ask = (text: string, context = contextWith({ agent })) =>
    agentPackagesProbe.ask(replayHost({ commands: { 'powershell.agent': { text } } }), context);
  const packages = [{ id: '{1}', name: 'P', status: 'Ready', time: '' }];
  test('packages, and names for codebases where somebody could look for them', async () => {
    const names = [{ key: 'HKEY_LOCAL_MACHINE\\X', name: 'FQDN Alternate', value: 'a.example' }];
    expect(await ask(sections({ codebaseNames: names, packages }))).toMatchObject({
      value: { items: packages, codebaseNames: names },
    });
    const fact = await ask(sections({ codebaseNames: { error: 'x' }, packages }));
    expect(fact).toMatchObject({ state: 'known', value: { items: packages } });
    expect(fact).not.toHaveProperty('value.codebaseNames');
  });
  test.each([
    [sections({ packages: { error: 'Access is denied.' } }), 'failed'],
    [sections({ packages: [{ id: 1 }] }), 'failed'],
    [sections({ codebaseNames: [] }), 'failed'],
  ])('%j is unknown: %s', async (text, reason) => expect(await ask(text)).toMatchObject({ reason }));
  test('nobody is asked where there is no agent', async () => {
    const host = replayHost({});
    const context = contextWith({ agent: unknown('notInstalled', 'no') });
    expect(await agentPackagesProbe.ask(host, context)).toMatchObject({ reason: 'notInstalled' });
    expect(host.asked).toEqual([]);
  });
});
