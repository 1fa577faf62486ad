import { agentStarts } from './agent/start.ts';
import { replaceRecord } from './http-sys.ts';
import { refreshIisView } from './iis.ts';
import type { Service } from './model/services.ts';
import type { World } from './model/world.ts';
import { dependents, findService, freshPid, stateOf } from './services.ts';
import { startSites } from './site-control.ts';

/** Windows error number; 0 when the service stops, at once or in its own time. */
export function stopService(world: World, name: string, now: Date): number {
  const service = findService(world, name);
  if (service === undefined) return 1060;
  const state = stateOf(service, now);
  if (state === 'stopped') return 1062;
  if (state !== 'running') return 1061;
  if (dependents(world, name).some((one) => stateOf(one, now) !== 'stopped')) return 1051;
  service.state = 'stopped';
  settle(service, service.stopMs, now);
  return 0;
}

/** Starts what it needs first, as Windows does. Windows error number, 0 when it starts. */
export function startService(world: World, name: string, now: Date): number {
  const service = findService(world, name);
  if (service === undefined) return 1060;
  const state = stateOf(service, now);
  if (state === 'running' || state === 'startPending') return 1056;
  if (state === 'stopPending') return 1061;
  if (service.startMode === 'disabled') return 1058;
  for (const needed of service.dependsOn) {
    const code = startService(world, needed, now);
    if (code !== 0 && code !== 1056) return code;
  }
  service.state = 'running';
  service.pid = service.kind === 'driver' ? 0 : freshPid(world);
  settle(service, service.startMs, now);
  serviceStarted(world, service.name, now);
  return 0;
}

/** What a service does as soon as it starts, whoever started it. */
export function serviceStarted(world: World, name: string, now: Date): void {
  if (name === 'W3SVC') {
    refreshIisView(world);
    startSites(world, now);
  }
  if (name === 'AeXNSClient') agentStarts(world, now);
  if (name === world.otherProduct?.name) replaceRecord(world, world.otherProduct.record, now);
}

function settle(service: Service, ms: number | null, now: Date): void {
  // A service that hangs stays pending beyond every patience (a year).
  service.pendingUntil = now.getTime() + (ms ?? 365 * 24 * 3600_000);
  if (ms === 0) service.pendingUntil = null;
}
