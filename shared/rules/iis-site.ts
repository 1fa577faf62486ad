import type { FactValue } from '../model/facts.ts';
import type { IisConfig, IisView } from '../model/facts/iis.ts';
import { defineRule, type NoVerdict, type Verdict } from './rule.ts';
import { isRunning, startsByItself } from './service-state.ts';
import { agentSite, agentSiteId } from './site-endpoints.ts';
import { paragraphs } from './words.ts';

export const iisSite = defineRule({
  id: 'iis.site',
  title: 'Is the IIS site with id 1, which the package server uses, there and started?',
  kb: ['KB158750'],
  needs: { all: [], any: ['iisConfig', 'iisView'], also: ['webService'] },
  concludes: {
    pass: 'The site and the web service (W3SVC) run and start by themselves.',
    info: 'The site is started; the web service could not be asked.',
    warn: 'The site, or the web service, does not start by itself.',
    fail: 'No site has the id 1, or the site or the web service does not run.',
  },
  decisive: true,
  judge({ iisConfig, iisView, webService }) {
    const shown = iisView?.sites.find(({ id }) => id === agentSiteId);
    if (iisConfig && agentSite(iisConfig) === undefined) {
      return missing(iisConfig.sites, 'applicationHost.config', iisView !== undefined && !shown);
    }
    if (!iisConfig && iisView && !shown) return missing(iisView.sites, 'appcmd', false);
    if (webService && !isRunning(webService)) return webServiceStopped(webService);
    if (!iisView) return { status: 'notRun', missing: 'iisView' };
    if (!shown) return contradiction;
    return byState(shown, iisConfig && agentSite(iisConfig), webService);
  },
});

const why =
  'The package server creates its virtual directories below /lm/w3svc/1/ROOT and fails to start without that site (KB158750); whatever the site is called, its id counts.';

const missing = (sites: readonly { id: number; name: string }[], source: string, agreed: boolean): Verdict => ({
  status: 'fail',
  summary: `There is no IIS site with id ${agentSiteId}.`,
  detail: paragraphs(
    (sites.length === 0
      ? `${source} has no site at all.`
      : `${source} has ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}, none with id ${agentSiteId}.`) +
      (agreed ? ' IIS itself (appcmd) shows none either.' : ''),
    why,
    `Give the web site of the package server the id ${agentSiteId} again, or restore the Default Web Site with it, then restart the agent service.`,
  ),
});

const webServiceStopped = ({ state }: WebService): Verdict => ({
  status: 'fail',
  summary: `The World Wide Web Publishing Service (W3SVC) does not run: ${state}.`,
  detail: paragraphs(
    `sc shows W3SVC as ${state}.`,
    `Without it IIS serves no site. ${why}`,
    'Start the service. When it does not start, look at the Windows Process Activation Service (WAS) and at the System event log.',
  ),
  repairs: ['start-site'],
});

const contradiction: NoVerdict = {
  status: 'notRun',
  reason: 'failed',
  summary: `applicationHost.config has a site with id ${agentSiteId}, but IIS (appcmd) does not show it.`,
  detail: `The two sources contradict each other, so the state of the site is not known. Run "appcmd list site" on the server and compare.`,
};

type WebService = FactValue<'webService'>;

function byState(
  { name, state }: IisView['sites'][number],
  configured: IisConfig['sites'][number] | undefined,
  webService: WebService | undefined,
): Verdict | NoVerdict {
  const site = `The site "${name}" (id ${agentSiteId})`;
  switch (state.toLowerCase()) {
    case 'started':
      if (!configured) return { status: 'notRun', missing: 'iisConfig' };
      return started(site, state, configured.autoStart, webService);
    case 'starting':
    case 'stopping':
    case 'stopped':
      return {
        status: 'fail',
        summary: `${site} is not started: IIS shows it as ${state}.`,
        detail: paragraphs(
          `appcmd shows the state ${state}.`,
          `A site that is not started answers nobody, so the package server cannot reach itself by HTTPS. ${why}`,
          'Start the site in IIS Manager. When it does not start, look whether the World Wide Web Publishing Service (W3SVC) runs.',
        ),
        repairs: ['start-site'],
      };
    default:
      return {
        status: 'notRun',
        reason: 'failed',
        summary: `${site}: IIS does not tell its state (${state === '' ? 'none shown' : state}).`,
        detail:
          'As far as known, appcmd shows a state only while the World Wide Web Publishing Service (W3SVC) and the Windows Process Activation Service (WAS) answer it. Look whether both run.',
      };
  }
}

function started(site: string, state: string, autoStart: boolean, webService: WebService | undefined): Verdict {
  const seen = `appcmd shows the state ${state}.`;
  if (!autoStart || (webService && !startsByItself(webService))) {
    return {
      status: 'warn',
      summary: `${site} is started, but ${autoStart ? 'its web service (W3SVC)' : 'it'} does not start by itself.`,
      detail: paragraphs(
        `${seen} ${autoStart ? `sc shows the start mode of W3SVC as ${webService?.startMode}.` : 'applicationHost.config has serverAutoStart="false".'}`,
        'After the next restart of the server or of IIS the package server would have no web site.',
        autoStart
          ? 'Set the start type of the World Wide Web Publishing Service to automatic.'
          : 'Set "Start Automatically" in the advanced settings of the site.',
      ),
    };
  }
  if (!webService) {
    return {
      status: 'info',
      summary: `${site} is started; the web service (W3SVC) could not be asked.`,
      detail: `${seen} Whether W3SVC starts by itself is not known.`,
    };
  }
  return { status: 'pass', summary: `${site} is started.`, detail: `${seen} sc shows W3SVC as ${webService.state}.` };
}
