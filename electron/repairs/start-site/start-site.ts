import type { FactValue } from '../../../shared/model/facts.ts';
import { agentSiteId } from '../../../shared/rules/site-endpoints.ts';
import { packagePools } from '../../../shared/rules/site-paths.ts';
import { listOf } from '../../../shared/rules/words.ts';
import { UserError } from '../../app/user-error.ts';
import type { Host } from '../../host/host.ts';
import { ownSite } from '../agent-site.ts';
import type { LiveState } from '../live-state.ts';
import { provenByFindings } from '../proof.ts';
import { defineRepair, plainDesign, type Design, type RepairRequest } from '../repair.ts';
import { isRunning, readService } from '../steps/sc.ts';
import type { Step } from '../steps/step.ts';

const provenBy = ['iis.site', 'iis.appPools'] as const;

/** Windows Process Activation Service, which W3SVC needs, and W3SVC itself. */
const services = ['WAS', 'W3SVC'] as const;

type State = LiveState<'iisConfig' | 'webService', 'iisView' | 'appPools', { stopped: string[] }>;

/** Starts what must run for site 1: the web service, the application pools behind the package server (KB422201), the site. */
export const startSite = defineRepair({
  id: 'start-site',
  needs: { all: ['iisConfig', 'webService'], also: ['iisView', 'appPools'], ask: readStopped },
  needsReboot: false,
  provenBy,
  // Nothing of the configuration changes, so nothing can get lost.
  backups: [],
  design,
  unproven(target, before, after) {
    const { webService } = before.facts;
    // While the web service was stopped no pool could be looked at: what a start does not bring up is the next plan's.
    const unseen = webService?.state !== 'known' || webService.value.state !== 'Running';
    return provenByFindings(unseen ? ['iis.site'] : provenBy)(target, before, after);
  },
});

/** Which of the services do not run. @throws UserError refused */
async function readStopped(host: Host): Promise<{ stopped: string[] }> {
  const stopped: string[] = [];
  for (const service of services) {
    const status = await readService(host, service);
    if (typeof status === 'string') throw new UserError('refused', `${status}. Nothing was changed.`);
    if (!isRunning(status)) stopped.push(service);
  }
  return { stopped };
}

function design(_request: RepairRequest, { facts, extra: { stopped } }: State): Design {
  const site = ownSite(facts.iisConfig);
  if (stopped.length > 0) {
    refuseDisabled(facts.webService);
    const steps = stopped.map((service): Step => ({ kind: 'serviceStart', service, noUndo: null }));
    // IIS tells no state of a site or a pool while its service is stopped: a start brings up those that start by themselves.
    return plainDesign([...steps, ...(site.autoStart ? [] : [start('site', site.name)])], {
      alsoHits: [
        `All sites that start by themselves start with the service: ${listOf(facts.iisConfig.sites.filter(({ autoStart }) => autoStart).map(({ name }) => `"${name}"`)) || 'none'}. An application pool that does not start by itself stays stopped; then plan this repair again.`,
      ],
    });
  }
  const { pools, shown } = readStates(facts);
  const steps = [
    ...pools.map(({ name }) => start('apppool', name)),
    ...(shown.toLowerCase() === 'started' ? [] : [start('site', site.name)]),
  ];
  return plainDesign(steps, { alsoHits: pools.flatMap(({ name, usedBy }) => alsoIn(name, usedBy, site.name)) });
}

const start = (object: 'site' | 'apppool', name: string): Step => ({ kind: 'iisState', change: 'start', object, name });

/** The stopped pools behind the package server's paths, and the site's state. @throws UserError refused */
function readStates({ iisConfig, iisView, appPools }: State['facts']) {
  const shown = iisView?.sites.find(({ id }) => id === agentSiteId)?.state;
  if (shown === undefined || appPools === undefined) {
    throw new UserError(
      'refused',
      'IIS does not tell which sites and application pools run (appcmd), so nothing is started on a guess. Nothing was changed.',
    );
  }
  const wanted = packagePools(iisConfig).map((name) => name.toLowerCase());
  const pools = appPools.filter(
    ({ name, state }) => wanted.includes(name.toLowerCase()) && state.toLowerCase() === 'stopped',
  );
  return { pools, shown };
}

const alsoIn = (pool: string, usedBy: readonly string[], site: string): string[] => {
  const others = usedBy.filter((path) => path.replace(/\/.*$/u, '') !== site);
  return others.length === 0 ? [] : [`The application pool "${pool}" also serves ${listOf(others)}.`];
};

/** @throws UserError refused */
function refuseDisabled({ name, startMode }: FactValue<'webService'>): void {
  if (startMode.toLowerCase() !== 'disabled') return;
  throw new UserError(
    'refused',
    `The service ${name} is disabled, so somebody does not want it to run. Find out who; then set its start type to automatic in the console of services, and plan this repair again.`,
  );
}
