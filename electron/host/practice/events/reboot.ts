import { addEvent } from '../event-log/event-log.ts';
import { refreshIisView } from '../iis.ts';
import type { World } from '../model/world.ts';
import { serviceStarted } from '../service-control.ts';
import { findService, freshPid } from '../services.ts';

const minute = 60_000;

/**
 * Windows starts anew: HTTP.SYS loads its records from the registry, services
 * start by their mode, IIS reads HTTP.SYS, and the agent starts after all others.
 */
export function reboot(world: World, now: Date): string {
  const { windows } = world;
  world.httpSys.live = structuredClone(world.httpSys.registry);
  windows.bootTime = now.toISOString();
  windows.pendingReboot = [];
  addEvent(
    world,
    now,
    { provider: 'Microsoft-Windows-Kernel-General', id: 12, level: 4 },
    { StartTime: windows.bootTime },
  );
  addEvent(world, now, { provider: 'EventLog', id: 6005, level: 4 });
  // The IIS API reads HTTP.SYS when it is asked, whether the service of IIS runs or not.
  refreshIisView(world);
  for (const program of world.programs) program.pid = freshPid(world);
  const starting = world.services.filter((service) => {
    service.state = starts(world, service.name) ? 'running' : 'stopped';
    service.pendingUntil = null;
    service.pid = service.state === 'running' && service.kind !== 'driver' ? freshPid(world) : 0;
    return service.state === 'running' && service.name !== 'AeXNSClient';
  });
  for (const { name } of starting) serviceStarted(world, name, now);
  if (findService(world, 'AeXNSClient')?.state === 'running') {
    // Other products are up by then; the agent's service is started late.
    serviceStarted(world, 'AeXNSClient', laterUnlessFuture(now));
  }
  return `${windows.fqdn} was rebooted.`;
}

/** By its own mode, or because a service that starts needs it. */
function starts(world: World, name: string): boolean {
  const service = findService(world, name);
  if (service === undefined || service.startMode === 'disabled') return false;
  if (service.startMode === 'auto' || service.kind === 'driver') return true;
  return world.services.some((one) => one.dependsOn.includes(service.name) && starts(world, one.name));
}

/** Nothing on the server may be younger than its clock. */
function laterUnlessFuture(now: Date): Date {
  const later = new Date(now.getTime() + minute);
  return later.getTime() > Date.now() ? now : later;
}
