import { updatePolicy } from '../agent/policy.ts';
import { refreshPackages } from '../agent/publish.ts';
import { reboot } from '../events/reboot.ts';
import type { World } from '../model/world.ts';
import { serviceState } from '../services.ts';
import { createPackageServer, daysAgo } from './package-server.ts';
import type { ScenarioDefinition } from './scenario-definition.ts';

/**
 * A new server of a scenario, with its history: it was healthy since its boot nine
 * days ago, then the scenario happened, and then the agent did its work again.
 */
export async function openScenario(
  definition: ScenarioDefinition,
  language: string,
  build: number,
  fqdn: string,
): Promise<World> {
  const server = await createPackageServer(definition.id, language, build, fqdn);
  const { world } = server;
  reboot(world, daysAgo(9));
  for (let day = 8; day >= 2; day -= 1) agentWorks(world, daysAgo(day));
  await definition.arrange(server);
  agentWorks(world, daysAgo(1));
  agentWorks(world, daysAgo(0.05));
  return world;
}

/** What a running agent does each day: it fetches its policy, and refreshes its packages. */
function agentWorks(world: World, now: Date): void {
  if (serviceState(world, 'AeXNSClient', now) !== 'running') return;
  updatePolicy(world, now);
  refreshPackages(world, now);
}
