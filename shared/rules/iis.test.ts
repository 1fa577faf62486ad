import { bindings, judgeTable, site } from './rule-table.ts';
import type { SoundServer } from './sample-server.ts';

const stopped = (server: SoundServer) => void (server.iisView.sites[0]!.state = 'Stopped');
const noPaths = (server: SoundServer) => void (server.iisConfig.applications[0]!.virtualDirectories = []);
const pool = (server: SoundServer, change: Partial<SoundServer['appPools'][number]>) =>
  void (server.appPools = [{ ...server.appPools[0]!, ...change }]);

judgeTable([
  ['iis.config', 'read', 'pass', () => undefined],
  ['iis.config', 'shared', 'warn', (s) => void (s.iisConfig.sharedConfiguration = true), /shared configuration/],
  ['iis.config', 'not there', 'fail', () => undefined, /IIS is not installed/, { iisConfig: 'notInstalled' }],
  [
    'iis.config',
    'malformed, and appcmd fails too',
    'fail',
    () => undefined,
    /cannot be used/,
    { iisConfig: 'failed', iisView: 'failed' },
  ],
  ['iis.config', 'unreadable here, but IIS answers', 'notRun', () => undefined, undefined, { iisConfig: 'failed' }],
  ['iis.config', 'not elevated', 'notRun', () => undefined, undefined, { iisConfig: 'notElevated' }],
  ['iis.site', 'started', 'pass', () => undefined],
  ['iis.site', 'renamed, with its id', 'pass', (s) => void (site(s).name = 'Packages')],
  ['iis.site', 'id 1 missing', 'fail', (s) => void (site(s).id = 2), /no IIS site with id 1/],
  ['iis.site', 'stopped', 'fail', stopped, /Stopped/],
  ['iis.site', 'starting', 'fail', (s) => void (s.iisView.sites[0]!.state = 'Starting')],
  ['iis.site', 'no autostart', 'warn', (s) => void (site(s).autoStart = false)],
  ['iis.site', 'the web service is stopped', 'fail', (s) => void (s.webService.state = 'Stopped'), /W3SVC.*Stopped/],
  ['iis.site', 'the web service is starting', 'fail', (s) => void (s.webService.state = 'StartPending')],
  ['iis.site', 'the web service starts by hand', 'warn', (s) => void (s.webService.startMode = 'Demand'), /W3SVC/],
  ['iis.site', 'the web service is not known', 'info', () => undefined, /could not be asked/, { webService: 'failed' }],
  ['iis.site', 'stopped, whatever the web service does', 'fail', stopped, /Stopped/, { webService: 'failed' }],
  ['iis.site', 'no configuration', 'notRun', () => undefined, undefined, { iisConfig: 'notElevated' }],
  ['iis.site', 'state unknown', 'notRun', (s) => void (s.iisView.sites[0]!.state = 'Unknown')],
  ['iis.site', 'state empty', 'notRun', (s) => void (s.iisView.sites[0]!.state = '')],
  ['iis.site', 'not shown by IIS', 'notRun', (s) => void (s.iisView.sites = [])],
  ['iis.httpsBinding', 'one on 443', 'pass', () => undefined],
  ['iis.httpsBinding', 'only http', 'fail', (s) => bindings(s, { protocol: 'http' })],
  ['iis.httpsBinding', 'another port', 'warn', (s) => bindings(s, { port: 8443 }), /8443/],
  ['iis.httpsBinding', 'several', 'info', (s) => bindings(s, {}, { port: 8443 })],
  ['iis.httpsBinding', 'no site', 'info', (s) => void (s.iisConfig.sites = []), /Does not arise/],
  ['iis.enabledProtocols', 'both', 'pass', () => undefined],
  ['iis.enabledProtocols', 'http', 'info', (s) => void (site(s).enabledProtocols = ['http']), /Only http /],
  ['iis.enabledProtocols', 'neither', 'fail', (s) => void (site(s).enabledProtocols = ['net.tcp']), /Neither/],
  ['iis.enabledProtocols', 'no site', 'info', (s) => void (s.iisConfig.sites = []), /Does not arise/],
  ['iis.appPools', 'started', 'pass', () => undefined],
  ['iis.appPools', 'named in another case', 'pass', (s) => pool(s, { name: 'DEFAULTAPPPOOL' })],
  ['iis.appPools', 'stopped', 'fail', (s) => pool(s, { state: 'Stopped' }), /DefaultAppPool.*Stopped/],
  ['iis.appPools', 'stopping', 'fail', (s) => pool(s, { state: 'Stopping' })],
  ['iis.appPools', 'no state', 'notRun', (s) => pool(s, { state: '' })],
  ['iis.appPools', 'not there', 'warn', (s) => void (s.appPools = []), /does not show/],
  ['iis.appPools', 'the default of an application', 'pass', (s) => void (s.iisConfig.applications[0]!.pool = null)],
  [
    'iis.appPools',
    'of another application only',
    'pass',
    (s) => {
      s.iisConfig.applications.push({ siteId: 1, path: '/shop', pool: 'Shop', virtualDirectories: [] });
      s.appPools.push({ name: 'Shop', state: 'Stopped', usedBy: ['/shop'] });
    },
  ],
  [
    'iis.appPools',
    'of an application of the package server',
    'fail',
    (s) => {
      s.iisConfig.applications.push({ siteId: 1, path: '/Altiris/PS', pool: 'PS', virtualDirectories: [] });
      s.appPools.push({ name: 'PS', state: 'Stopped', usedBy: ['/Altiris/PS'] });
    },
    /"PS"/,
  ],
  ['iis.appPools', 'no application', 'info', (s) => void (s.iisConfig.applications = []), /Does not arise/],
  ['iis.virtualDirectories', 'made', 'pass', () => undefined],
  ['iis.virtualDirectories', 'none', 'warn', noPaths, /no path of the package server/],
  [
    'iis.virtualDirectories',
    'of a package group',
    'pass',
    (s) => void (s.iisConfig.applications[0]!.virtualDirectories = [{ path: '/PkgGroup_{1}', physicalPath: 'C:\\x' }]),
  ],
  ['iis.virtualDirectories', 'of another site', 'warn', (s) => void (s.iisConfig.applications[0]!.siteId = 2)],
  [
    'iis.virtualDirectories',
    'none, and no package service',
    'info',
    (s) => (noPaths(s), void (s.agent.packageServerKey = false)),
  ],
  ['iis.virtualDirectories', 'none, and no agent', 'info', noPaths, /no package service/, { agent: 'notInstalled' }],
  ['iis.virtualDirectories', 'none, agent not known', 'notRun', noPaths, undefined, { agent: 'timedOut' }],
  ['iis.virtualDirectories', 'made, agent not known', 'pass', () => undefined, undefined, { agent: 'timedOut' }],
]);
