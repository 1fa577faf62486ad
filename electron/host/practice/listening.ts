import { listensOn } from './http-sys.ts';
import { bindingParts } from './iis.ts';
import type { Site } from './model/iis.ts';
import type { Program } from './model/windows.ts';
import type { World } from './model/world.ts';
import { findService, serviceState } from './services.ts';

/** Who takes a connection: a program by itself, or HTTP.SYS for the sites of IIS or for another service. */
export type Listening = { by: 'program'; program: Program } | { by: 'iis' | 'service' };

/** Undefined when nobody listens there for TLS: a connection is refused. */
export function whoListens(world: World, address: string, port: number, now: Date): Listening | undefined {
  const program = programOn(world, address, port);
  if (program !== undefined) return { by: 'program', program };
  if (!listensOn(world, address)) return undefined;
  if (httpsSites(world, port, now).length > 0) return { by: 'iis' };
  return runningUrls(world, now).some((url) => url.port === port) ? { by: 'service' } : undefined;
}

/** The ports on which HTTP.SYS listens at this moment, http and https. */
export function httpSysPorts(world: World, now: Date): number[] {
  const sites = startedSites(world, now).flatMap(({ bindings }) => bindings.map((one) => bindingParts(one).port));
  return [...new Set([...sites, ...runningUrls(world, now).map(({ port }) => port)])].sort((a, b) => a - b);
}

/** The program that has taken the port for itself; a wildcard takes every address of its family. */
export function programOn({ programs }: World, address: string, port: number): Program | undefined {
  const family = address.includes(':') ? '::' : '0.0.0.0';
  return programs.find((one) => one.port === port && [address, family].includes(one.address));
}

/** The started sites of IIS that have an https binding on the port. */
export function httpsSites(world: World, port: number, now: Date): Site[] {
  return startedSites(world, now).filter((site) => httpsBindings(site, port).length > 0);
}

export const httpsBindings = (site: Site, port: number) =>
  site.bindings
    .filter(({ protocol }) => protocol === 'https')
    .map(bindingParts)
    .filter((binding) => binding.port === port);

/** The sites whose URLs IIS has registered. */
export function startedSites(world: World, now: Date): Site[] {
  if (serviceState(world, 'W3SVC', now) !== 'running') return [];
  return world.iis.sites.filter((site) => site.state === 'Started' && takesHttp(site));
}

/** Either of the two enables both (Microsoft's enabledProtocols). */
function takesHttp({ applications: [root] }: Site): boolean {
  return /\bhttps?\b/iu.test(root?.enabledProtocols ?? 'http');
}

const runningUrls = (world: World, now: Date) =>
  world.httpSys.urls.filter(
    ({ service }) => findService(world, service) !== undefined && serviceState(world, service, now) === 'running',
  );
