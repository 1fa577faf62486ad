import { bindings, judgeTable, site } from './rule-table.ts';

judgeTable([
  ['host.elevated', 'elevated', 'pass', () => undefined],
  ['host.elevated', 'LocalSystem', 'info', (s) => void (s.elevation.localSystem = true)],
  ['host.elevated', 'not elevated', 'warn', (s) => void (s.elevation.elevated = false)],
  ['iis.site', 'started', 'pass', () => undefined],
  ['iis.site', 'renamed, with its id', 'pass', (s) => void (site(s).name = 'Packages')],
  ['iis.site', 'id 1 missing', 'fail', (s) => void (site(s).id = 2), /no IIS site with id 1/],
  ['iis.site', 'stopped', 'fail', (s) => void (s.iisView.sites[0]!.state = 'Stopped'), /Stopped/],
  ['iis.site', 'starting', 'fail', (s) => void (s.iisView.sites[0]!.state = 'Starting')],
  ['iis.site', 'no autostart', 'warn', (s) => void (site(s).autoStart = false)],
  ['iis.site', 'state unknown', 'notRun', (s) => void (s.iisView.sites[0]!.state = 'Unknown')],
  ['iis.site', 'state empty', 'notRun', (s) => void (s.iisView.sites[0]!.state = '')],
  ['iis.site', 'not shown by IIS', 'notRun', (s) => void (s.iisView.sites = [])],
  ['iis.httpsBinding', 'one on 443', 'pass', () => undefined],
  ['iis.httpsBinding', 'only http', 'fail', (s) => bindings(s, { protocol: 'http' })],
  ['iis.httpsBinding', 'another port', 'warn', (s) => bindings(s, { port: 8443 }), /8443/],
  ['iis.httpsBinding', 'several', 'info', (s) => bindings(s, {}, { port: 8443 })],
  ['iis.httpsBinding', 'no site', 'info', (s) => void (s.iisConfig.sites = []), /Does not arise/],
]);
