import { refreshIisView } from './iis.ts';
import type { Service } from './model/services.ts';
import type { World } from './model/world.ts';

export type ServiceState = 'stopped' | 'startPending' | 'stopPending' | 'running';

export function findService(world: World, name: string): Service | undefined {
  return world.services.find((service) => service.name.toLowerCase() === name.toLowerCase());
}

/** The state at this moment: a pending one becomes final when its time is over. */
export function stateOf({ state, pendingUntil }: Service, now: Date): ServiceState {
  if (pendingUntil === null || pendingUntil <= now.getTime()) return state;
  return state === 'running' ? 'startPending' : 'stopPending';
}

export function serviceState(world: World, name: string, now: Date): ServiceState {
  const service = findService(world, name);
  return service === undefined ? 'stopped' : stateOf(service, now);
}

/** The services that need this one, running or not. */
export function dependents(world: World, name: string): Service[] {
  return world.services.filter(({ dependsOn }) =>
    dependsOn.some((needed) => needed.toLowerCase() === name.toLowerCase()),
  );
}

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
  if (service.name === 'W3SVC') refreshIisView(world);
  return 0;
}

/** Process ids are multiples of four, and not used twice. */
export function freshPid(world: World): number {
  return Math.max(1000, ...world.services.map(({ pid }) => pid)) + 4;
}

function settle(service: Service, ms: number | null, now: Date): void {
  // A service that hangs stays pending beyond every patience (a year).
  service.pendingUntil = now.getTime() + (ms ?? 365 * 24 * 3600_000);
  if (ms === 0) service.pendingUntil = null;
}
