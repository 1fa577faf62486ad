import type { IisConfig, IisView } from '../model/facts/iis.ts';
import { defineRule, type NoVerdict, type Verdict } from './rule.ts';
import { agentSite, agentSiteId } from './site-endpoints.ts';
import { paragraphs } from './words.ts';

export const iisSite = defineRule({
  id: 'iis.site',
  title: 'Is the IIS site with id 1, which the package server uses, there and started?',
  kb: ['KB158750'],
  needs: { all: [], any: ['iisConfig', 'iisView'] },
  decisive: true,
  judge({ iisConfig, iisView }) {
    const shown = iisView?.sites.find(({ id }) => id === agentSiteId);
    if (iisConfig && agentSite(iisConfig) === undefined) return missing(iisConfig.sites, 'applicationHost.config');
    if (!iisConfig && iisView && !shown) return missing(iisView.sites, 'appcmd');
    if (!iisView) return { status: 'notRun', missing: 'iisView' };
    if (!shown) return contradiction;
    return byState(shown, iisConfig && agentSite(iisConfig));
  },
});

const why =
  'The package server creates its virtual directories below /lm/w3svc/1/ROOT and fails to start without that site (KB158750); whatever the site is called, its id counts.';

const missing = (sites: readonly { id: number; name: string }[], source: string): Verdict => ({
  status: 'fail',
  summary: `There is no IIS site with id ${agentSiteId}.`,
  detail: paragraphs(
    sites.length === 0
      ? `${source} has no site at all.`
      : `${source} has ${sites.length} ${sites.length === 1 ? 'site' : 'sites'}, none with id ${agentSiteId}.`,
    why,
    `Give the web site of the package server the id ${agentSiteId} again, or restore the Default Web Site with it, then restart the agent service.`,
  ),
});

const contradiction: NoVerdict = {
  status: 'notRun',
  reason: 'failed',
  summary: `applicationHost.config has a site with id ${agentSiteId}, but IIS (appcmd) does not show it.`,
  detail: `The two sources contradict each other, so the state of the site is not known. Run "appcmd list site" on the server and compare.`,
};

function byState(
  { name, state }: IisView['sites'][number],
  configured: IisConfig['sites'][number] | undefined,
): Verdict | NoVerdict {
  const site = `The site "${name}" (id ${agentSiteId})`;
  switch (state.toLowerCase()) {
    case 'started':
      if (!configured) return { status: 'notRun', missing: 'iisConfig' };
      if (configured.autoStart) {
        return { status: 'pass', summary: `${site} is started.`, detail: `appcmd shows the state ${state}.` };
      }
      return {
        status: 'warn',
        summary: `${site} is started, but does not start by itself.`,
        detail: paragraphs(
          `appcmd shows the state ${state}; applicationHost.config has serverAutoStart="false".`,
          'After the next restart of the server or of IIS the package server would have no web site.',
          'Set "Start Automatically" in the advanced settings of the site.',
        ),
      };
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
