import { expect, test } from 'vitest';
import { known } from '../../shared/model/fact.ts';
import { appPoolsProbe } from './app-pools.ts';
import { eventsProbe } from './events.ts';
import { iisFeaturesProbe } from './iis-features.ts';
import { ipListenProbe } from './ip-listen.ts';
import type { Probe } from './probe.ts';
import { schannelProbe } from './schannel.ts';
import { lines } from './test-support/answers.ts';
import { contextWith, replayHost } from './test-support/replay-host.ts';
import { urlReservationsProbe } from './url-reservations.ts';

const pools =
  '<appcmd><APPPOOL APPPOOL.NAME="defaultapppool" state="Started"/><APPPOOL APPPOOL.NAME="Own" state="Stopped"/></appcmd>';
const unused = [
  { name: 'defaultapppool', state: 'Started', usedBy: [] },
  { name: 'Own', state: 'Stopped', usedBy: [] },
];

/** One command, one fact. */
const cases: [Probe, string, string, unknown][] = [
  [ipListenProbe as Probe, 'netsh.http.show.iplisten', lines('x:', '-----', ' 10.0.0.7'), { addresses: ['10.0.0.7'] }],
  [
    urlReservationsProbe as Probe,
    'netsh.http.show.urlacl',
    lines('x:', '-----', ' U : http://+:1/', '  u: me'),
    { items: [{ url: 'http://+:1/', users: ['me'] }] },
  ],
  [
    schannelProbe as Probe,
    'reg.schannel.protocols',
    lines('HKEY_LOCAL_MACHINE\\SCHANNEL\\Protocols'),
    { protocols: {} },
  ],
  [
    iisFeaturesProbe as Probe,
    'reg.iis.components',
    lines('HKEY_LOCAL_MACHINE\\InetStp\\Components', '    ASP    REG_DWORD    0x1'),
    { components: { ASP: true } },
  ],
  [eventsProbe as Probe, 'wevtutil.system', '<Events></Events>', []],
  [appPoolsProbe as Probe, 'appcmd.list.apppool', pools, unused],
];

test.each(cases)('$0.title', async (probe, name, text, value) => {
  const ask = (answer: Parameters<typeof replayHost>[0]['commands']) =>
    probe.ask(replayHost(answer === undefined ? {} : { commands: answer }), contextWith());
  expect(await ask({ [name]: { text } })).toEqual({ state: 'known', value, evidence: [name] });
  for (const [answer, reason] of [
    [{ text: '' }, 'failed'],
    [{ text: text.slice(0, -8) }, 'failed'],
    [{ exitCode: 87 }, 'failed'],
    [{ exitCode: 5 }, 'notElevated'],
    [{ outcome: 'timedOut' }, 'timedOut'],
    [{ outcome: 'notFound' }, name.startsWith('appcmd.') ? 'notInstalled' : 'unsupported'],
    [{ outcome: 'notRecorded' }, 'notRecorded'],
  ] as const) {
    expect(await ask({ [name]: answer }), JSON.stringify(answer)).toMatchObject({
      state: 'unknown',
      reason,
      evidence: [name],
    });
  }
});

test('IIS that is not installed has no components', async () => {
  const host = replayHost({ commands: { 'reg.iis.components': { exitCode: 1 } } });
  expect(await iisFeaturesProbe.ask(host, contextWith())).toMatchObject({ reason: 'notInstalled' });
});

test('pools know who uses them', async () => {
  const site = { id: 1, name: 'Default Web Site', autoStart: true, enabledProtocols: [], bindings: [] };
  const application = (path: string, pool: string | null) => ({ siteId: 1, path, pool, virtualDirectories: [] });
  const applications = [application('/', null), application('/Altiris', 'own')];
  const iisConfig = known({ sites: [site], applications, legacyMetabase: [], sharedConfiguration: false }, ['file']);
  const host = replayHost({ commands: { 'appcmd.list.apppool': { text: pools } } });
  expect(await appPoolsProbe.ask(host, contextWith({ iisConfig }))).toMatchObject({
    evidence: ['appcmd.list.apppool', 'file'],
    value: [{ usedBy: ['Default Web Site/'] }, { usedBy: ['Default Web Site/Altiris'] }],
  });
});
