import { isRunning } from '../rules/service-state.ts';
import { agentSiteId } from '../rules/site-endpoints.ts';
import { portTakenBy } from './port-taken.ts';
import type { CauseContext, CauseRule } from './cause-rule.ts';
import { weigh, withStatus } from './weigh.ts';

/** The site, the web service or a pool behind the package server does not run (KB158750, KB422201). */
export const stoppedSite: CauseRule = {
  id: 'stopped-site',
  title: 'The web site of the package server, or what runs it, is stopped',
  explain(context) {
    const stopped = [
      ...(siteStopped(context) ? withStatus(context, ['iis.site'], 'fail') : []),
      ...withStatus(context, ['iis.appPools'], 'fail'),
    ];
    if (stopped.length === 0) return null;
    const wire = withStatus(context, ['tls.selfAccess'], 'fail', 'warn');
    const because = [...stopped, ...(wire.length > 0 ? wire : withStatus(context, ['port.owner'], 'fail'))];
    // A site cannot start while another program has its port.
    const against = portTakenBy(context).length > 0 ? (['port.owner'] as const) : [];
    // Whoever has the port is not known without the listeners.
    const known = context.fact('listeners') !== undefined ? because : because.slice(0, 1);
    return {
      likelihood: weigh(known, against),
      because: because.filter((id) => !against.some((one) => one === id)),
      against: [...against],
      remedies: ['start-site', 'refresh-packages'],
      advice:
        'Start it. When it does not stay started, the System event log tells why: a port that is in use, a password of the pool, a configuration that cannot be read.',
    };
  },
};

function siteStopped(context: CauseContext): boolean {
  const service = context.fact('webService');
  const config = context.fact('iisConfig');
  if (config && !config.sites.some(({ id }) => id === agentSiteId)) return false;
  if (service && !isRunning(service)) return true;
  return context.fact('iisView')?.sites.some(({ id }) => id === agentSiteId) === true;
}
