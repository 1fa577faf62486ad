import { isEnabled } from '../features/features.ts';
import { replayMetabase } from '../metabase.ts';
import type { World } from '../model/world.ts';
import { writeLog } from './agent-log.ts';
import { overwriteBinding } from './binding.ts';
import { addDirectory, agentDirectory, refreshPackages } from './publish.ts';
import { missingRoleServices } from './required-features.ts';

/** What happens while the agent's service starts: only now does it look at the features of IIS (KB150861). */
export function agentStarts(world: World, now: Date): void {
  const { agent } = world;
  if (agent === null || !agent.packageServer) return;
  agent.plugin = null;
  // The plug-in asks the IIS 6 metabase layer, whose start replays what the layer keeps.
  if (isEnabled(world.windows, 'IIS-Metabase')) replayMetabase(world, now);
  writeLog(world, now, 'agent', 'information', 'Loading client object: Altiris.AeXNSCPkgSvr');
  if (!agent.keyWritable) return keyRefused(world, now);
  writeLog(world, now, 'agent', 'information', 'Starting client object: Altiris.AeXNSCPkgSvr');
  const missingFeatures = missingRoleServices(world);
  if (missingFeatures.length > 0) return featuresMissing(world, missingFeatures, now);
  if (!world.iis.sites.some(({ id }) => id === 1)) return siteMissing(world, now);
  writeLog(world, now, 'packageServer', 'information', 'Creating base virtual directory /lm/w3svc/1/ROOT/Altiris.');
  addDirectory(world, '/Altiris', `${agent.installDir}\\Package Server Agent`);
  agent.plugin = { missingFeatures: [] };
  if (agent.settings.forceBinding) overwriteBinding(world, now);
  refreshPackages(world, now);
}

/** KB162859. */
function keyRefused(world: World, now: Date): void {
  writeLog(
    world,
    now,
    'packageServer',
    'error',
    'CAeXNSCPkgSvr::FinalConstruct failed. Failed to create Package Server registry keys. Access is denied..',
  );
  writeLog(
    world,
    now,
    'agent',
    'error',
    "Object 'Altiris.AeXNSCPkgSvr' is not installed: Class not registered (0x80040154).",
  );
}

/** KB160917. */
function featuresMissing(world: World, missingFeatures: string[], now: Date): void {
  writeLog(
    world,
    now,
    'packageServer',
    'warning',
    "Not all required Features of IIS are installed. IIS will not be used and the package server's virtual directories will be deleted.",
  );
  writeLog(
    world,
    now,
    'packageServer',
    'warning',
    `Web Server (IIS) role is installed, but the next required Role Services are missing: ${missingFeatures.join(', ')}.`,
  );
  for (const application of world.iis.sites.find(({ id }) => id === 1)?.applications ?? []) {
    application.virtualDirectories = application.virtualDirectories.filter(({ path }) => !agentDirectory.test(path));
  }
  if (world.agent !== null) world.agent.plugin = { missingFeatures };
}

/** KB158750. */
function siteMissing(world: World, now: Date): void {
  writeLog(
    world,
    now,
    'packageServer',
    'error',
    'CAeXNSCPkgSvr::Start failed. IMSAdminBase->OpenKey failed. Meta Path /lm/w3svc/1/ROOT/. The system cannot find the path specified..',
  );
  writeLog(
    world,
    now,
    'agent',
    'error',
    'Failed to start object Altiris.AeXNSCPkgSvr: The system cannot find the path specified. (-2147024893)',
  );
}
