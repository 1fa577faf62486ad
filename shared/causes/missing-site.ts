import { newestOf } from '../rules/agent-messages.ts';
import { agentSiteId } from '../rules/site-endpoints.ts';
import type { CauseRule } from './cause-rule.ts';

export const missingSite: CauseRule = {
  id: 'missing-site',
  title: 'There is no IIS site with id 1, which the package server uses (KB158750)',
  explain(context) {
    const [config, view, log] = [context.fact('iisConfig'), context.fact('iisView'), context.fact('agentLog')];
    const [inFile, shown] = [config, view].map((source) => source?.sites.some(({ id }) => id === agentSiteId));
    if (context.finding('iis.site')?.status !== 'fail' || (inFile ?? shown) !== false) return null;
    const logged = log !== undefined && newestOf(log, ['siteMissing']) !== undefined;
    return {
      likelihood: (inFile === false && shown === false) || logged ? 'confirmed' : 'likely',
      because: ['iis.site', ...(logged ? (['agent.log'] as const) : [])],
      against: [],
      remedies: [],
      advice:
        'Give the web site of the package server the id 1 again (advanced settings of the site, or a new Default Web Site with that id), then restart the agent service. That the id alone decides follows from the paths in the log of KB158750.',
    };
  },
};
