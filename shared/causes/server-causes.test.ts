import { expect, it } from 'vitest';
import { allHandshakes, logLine, makeStale } from '../rules/sample-server.ts';
import { all, causeTable, notSaid, type Change } from './cause-table.ts';
import { explainServer } from './explain-server.ts';

const reset: Change = (server) => allHandshakes(server, { outcome: 'reset', thumbprint: null, http: null });
const logged =
  (...messages: Parameters<typeof logLine>[0][]): Change =>
  (server) =>
    void server.agentLog.matches.push(...messages.map((message) => logLine(message, '2026-02-28T08:00:00.000Z')));
const missed =
  (...names: string[]): Change =>
  (server) => {
    logged('roleServicesMissing')(server);
    server.agentLog.missingFeatures = names;
  };
const lacks =
  (component: string): Change =>
  (server) =>
    void (server.iisFeatures.components[component] = false);
const noPaths: Change = (server) => void (server.iisConfig.applications[0]!.virtualDirectories = []);
const program: Change = (server) =>
  void (server.listeners = [{ address: '0.0.0.0', port: 443, pid: 900, owner: 'reporter.exe' }]);
const siteStopped: Change = (server) => void (server.iisView.sites[0]!.state = 'Stopped');
const siteGone: Change = (server) => {
  server.iisConfig.sites[0]!.id = 3;
  server.iisView.sites[0]!.id = 3;
};
const unbound: Change = (server) => {
  server.iisConfig.sites[0]!.bindings = [];
  server.iisView.sites[0]!.bindings = [];
};
const smp: Change = (server) => void (server.notificationServer = { installPath: 'D:\\SMP', serviceState: 'Running' });

causeTable([
  ['notification-server', 'path and service', smp, { likelihood: 'confirmed', remedies: [] }],
  [
    'notification-server',
    'one sign',
    (s) => void (s.notificationServer.serviceState = 'Running'),
    { likelihood: 'likely' },
  ],
  [
    'missing-features',
    'log and registry',
    all(missed('ASP'), lacks('ASP')),
    { likelihood: 'confirmed', because: ['iis.features'], against: [] },
  ],
  [
    'missing-features',
    'log alone',
    missed('Web Magic'),
    { likelihood: 'possible', against: ['iis.virtualDirectories'] },
  ],
  [
    'missing-features',
    'and no directories',
    all(missed('ASP'), lacks('ASP'), noPaths),
    {
      likelihood: 'confirmed',
      because: ['iis.features', 'iis.virtualDirectories'],
      remedies: ['install-features', 'restart-agent', 'refresh-packages'],
    },
  ],
  [
    'missing-features',
    'the vendor’s list alone, and no directories',
    all(lacks('ASP'), noPaths, (s) => void (s.agentLog.matches = [])),
    { likelihood: 'possible' },
  ],
  [
    'missing-features',
    'missed once, found since, and gone again: the agent has not looked yet',
    all((s) => void (s.agentLog.missingFeatures = ['ASP']), lacks('ASP')),
    { likelihood: 'possible', because: ['iis.features'] },
  ],
  [
    'restart-needed',
    'installed by now',
    all(missed('ASP'), noPaths),
    {
      likelihood: 'confirmed',
      because: ['iis.features', 'agent.httpsPublished'],
      remedies: ['restart-agent', 'refresh-packages'],
    },
  ],
  [
    'agent-registry-access',
    'logged',
    logged('registryAccess', 'pluginNotInstalled'),
    { likelihood: 'likely', remedies: [] },
  ],
  [
    'agent-registry-access',
    'and the key is not there',
    all(logged('registryAccess'), (s) => void (s.agent.packageServerKey = false)),
    { likelihood: 'confirmed', because: ['agent.log', 'host.packageServer'] },
  ],
  [
    'agent-stopped',
    'alone',
    (s) => void (s.service.state = 'Stopped'),
    { likelihood: 'likely', remedies: ['restart-agent'] },
  ],
  [
    'agent-stopped',
    'disabled',
    (s) => void Object.assign(s.service, { state: 'Stopped', startMode: 'Disabled' }),
    { remedies: [] },
  ],
  [
    'agent-stopped',
    'beside another fault',
    all(makeStale, (s) => void (s.service.state = 'Stopped')),
    { likelihood: 'possible' },
  ],
  ['missing-site', 'file and appcmd', siteGone, { likelihood: 'confirmed', remedies: [] }],
  [
    'stopped-site',
    'site',
    all(siteStopped, (s) => allHandshakes(s, { http: null })),
    { likelihood: 'confirmed', because: ['iis.site', 'tls.selfAccess'], remedies: ['start-site', 'refresh-packages'] },
  ],
  [
    'stopped-site',
    'web service',
    all((s) => void (s.webService.state = 'Stopped'), reset),
    { likelihood: 'confirmed', because: ['iis.site', 'tls.selfAccess'] },
  ],
  [
    'stopped-site',
    'pool',
    all(
      (s) => void (s.appPools[0]!.state = 'Stopped'),
      (s) => allHandshakes(s, { http: { status: 503, path: '/' } }),
    ),
    { likelihood: 'confirmed', because: ['iis.appPools', 'tls.selfAccess'] },
  ],
  [
    'stopped-site',
    'while another program has its port',
    all(siteStopped, program),
    { likelihood: 'possible', against: ['port.owner'] },
  ],
  [
    'missing-https-binding',
    'file and appcmd',
    unbound,
    { likelihood: 'confirmed', remedies: ['create-https-binding', 'rebind-certificate', 'refresh-packages'] },
  ],
  [
    'missing-https-binding',
    'nothing to bind',
    all(unbound, (s) => void (s.certificates.items = [])),
    { remedies: ['create-https-binding'] },
  ],
  ['port-taken', 'netstat', program, { likelihood: 'likely', because: ['port.owner'], remedies: [] }],
  ['port-taken', 'and the site cannot start', all(program, siteStopped), { likelihood: 'confirmed' }],
  [
    'ip-listen',
    'list and wire',
    all((s) => void (s.ipListen.addresses = ['127.0.0.1']), reset),
    { likelihood: 'confirmed', remedies: [] },
  ],
  ['ip-listen', 'the wire answers', (s) => void (s.ipListen.addresses = ['127.0.0.1']), { likelihood: 'possible' }],
]);

notSaid([
  [
    'missing-features',
    'the agent is silent and has made directories',
    all(lacks('ASP'), (s) => void (s.agentLog.matches = [])),
  ],
  ['stopped-site', 'the site is missing', siteGone],
  [
    'agent-registry-access',
    'a later start went well',
    all(logged('registryAccess'), (s) =>
      s.agentLog.matches.push(
        logLine('pluginLoading', '2026-02-28T09:00:00.000Z'),
        logLine('virtualDirectory', '2026-02-28T09:00:05.000Z'),
      ),
    ),
  ],
  ['healthy', 'the server is the Notification Server', smp],
]);

it('tells all of several faults', () => {
  const causes = explainServer(
    all(makeStale, missed('ASP'), lacks('ASP'), noPaths, (s) => void (s.appPools[0]!.state = 'Stopped')),
  );
  expect(causes.map(({ id }) => id)).toEqual(['missing-features', 'stopped-site', 'stale-binding']);
});

it('fills the missing address into the advice on the IP listen list, and keeps every command whole on its line', () => {
  const [cause] = explainServer(all((s) => void (s.ipListen.addresses = ['127.0.0.1']), reset));
  expect(cause?.advice?.split('\n')).toEqual(
    expect.arrayContaining([
      '  netsh http add iplisten ipaddress=10.20.30.7',
      '  netsh http delete iplisten ipaddress=127.0.0.1',
    ]),
  );
  expect(cause?.advice).not.toContain('ADDRESS');
});
