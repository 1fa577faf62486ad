import type { World } from '../model/world.ts';
import { writeLog } from './agent-log.ts';
import { testOwnSite } from './self-test.ts';

/** A refresh of all packages: virtual directories, status, the test of the own site. False when nobody does it. */
export function refreshPackages(world: World, now: Date): boolean {
  const { agent } = world;
  const plugin = agent?.plugin ?? null;
  if (agent === null || plugin === null) return false;
  for (const entry of agent.packages) entry.time = now.toISOString();
  if (plugin.missingFeatures.length > 0) return true;
  for (const { id } of agent.packages) createPackageDirectory(world, id, now);
  if (agent.settings.publishHttps) testOwnSite(world, now);
  return true;
}

/** The agent's own directories below site 1: the base one, and one for each package. */
export const agentDirectory = /^\/(?:Altiris|pkggroup_\{)/iu;

function createPackageDirectory(world: World, id: string, now: Date): void {
  const path = `/pkggroup_{${id}}`;
  const physicalPath = `${world.agent?.installDir}\\Package Delivery\\{${id}}\\cache`;
  addDirectory(world, path, physicalPath, { userName: 'CORP\\svc-ps-access', password: 'practice-only-1' });
  writeLog(
    world,
    now,
    'packageServer',
    'information',
    `Creating/updating virtual directory '${path}', physical path: '${physicalPath}'`,
  );
}

export function addDirectory(
  world: World,
  path: string,
  physicalPath: string,
  identity: { userName: string | null; password: string | null } = { userName: null, password: null },
): void {
  const root = world.iis.sites.find(({ id }) => id === 1)?.applications[0];
  if (root === undefined || root.virtualDirectories.some((directory) => directory.path === path)) return;
  root.virtualDirectories.push({ path, physicalPath, ...identity });
}
