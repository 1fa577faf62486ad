import { bindingParts } from './iis.ts';
import { startedSites } from './listening.ts';
import type { Binding } from './model/iis.ts';
import type { World } from './model/world.ts';
import { findService, serviceState } from './services.ts';

/** A queue of HTTP.SYS, and the process that takes requests from it. */
export interface RequestQueue {
  /** The application pool; services leave it out. */
  name: string | null;
  /** As HTTP.SYS keeps them, in capitals. */
  urls: string[];
  pid: number;
  image: string;
  service: string | null;
}

/** Pools of IIS, then the services that have registered URLs. */
export function requestQueues(world: World, now: Date): RequestQueue[] {
  const sites = startedSites(world, now);
  const pools = world.iis.pools.flatMap(({ name }, index): RequestQueue[] => {
    const urls = sites
      .filter(({ applications: [root] }) => root?.pool === name)
      .flatMap(({ bindings }) => bindings.map(registeredUrl));
    if (urls.length === 0) return [];
    const image = String.raw`C:\Windows\System32\inetsrv\w3wp.exe`;
    return [{ name, urls, pid: 6004 + index * 4, image, service: null }];
  });
  const services = world.httpSys.urls.flatMap(({ port, service }): RequestQueue[] => {
    const found = findService(world, service);
    if (found === undefined || serviceState(world, service, now) !== 'running') return [];
    const image = found.image.replaceAll('"', '');
    return [{ name: null, urls: [`HTTPS://+:${port}/`], pid: found.pid, image, service: found.name }];
  });
  return [...pools, ...services];
}

function registeredUrl(binding: Binding): string {
  const { address, port, host } = bindingParts(binding);
  const any = address === '' || address === '*' ? '*' : address;
  const where = host === '' ? `${any}:${port}` : `${host.toUpperCase()}:${port}`;
  return `${binding.protocol.toUpperCase()}://${where}/`;
}
