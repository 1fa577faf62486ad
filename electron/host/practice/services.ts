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

/** Process ids are multiples of four, and not used twice. */
export function freshPid(world: World): number {
  return Math.max(1000, ...world.services.map(({ pid }) => pid), ...world.programs.map(({ pid }) => pid)) + 4;
}
