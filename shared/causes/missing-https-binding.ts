import { agentSiteId } from '../rules/site-endpoints.ts';
import type { CauseRule } from './cause-rule.ts';
import { candidatesOf } from './fact-view.ts';

export const missingHttpsBinding: CauseRule = {
  id: 'missing-https-binding',
  title: 'The web site of the package server has no HTTPS binding',
  explain(context) {
    if (context.finding('iis.httpsBinding')?.status !== 'fail') return null;
    const shown = context.fact('iisView')?.sites.find(({ id }) => id === agentSiteId);
    const has = shown?.bindings.some(({ protocol }) => protocol === 'https');
    const none = candidatesOf(context)?.length === 0;
    return {
      // appcmd is a second source for it.
      likelihood: has === false ? 'confirmed' : has ? 'possible' : 'likely',
      because: ['iis.httpsBinding'],
      against: [],
      remedies: none ? ['create-https-binding'] : ['create-https-binding', 'rebind-certificate', 'refresh-packages'],
      advice: none
        ? 'Create the binding on port 443. The store MY holds no certificate for it: install one, or let the site-server policy do both ("Configure HTTPS binding", "Install certificate", KB172128).'
        : 'Create the binding on port 443 and select the certificate of this server (KB172128).',
    };
  },
};
