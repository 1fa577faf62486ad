import { createServer, type Server } from 'node:http';
import { bindingParts } from './iis.ts';
import type { Site } from './model/iis.ts';
import type { World } from './model/world.ts';
import { findService, serviceState } from './services.ts';

/** The service that has registered an https URL for the port; undefined when nobody listens there. */
export function httpsOwner(world: World, port: number, now: Date): 'iis' | 'other' | undefined {
  if (httpsSites(world, port, now).length > 0) return 'iis';
  const other = world.httpSys.urls.find((url) => url.port === port);
  if (other === undefined || findService(world, other.service) === undefined) return undefined;
  return serviceState(world, other.service, now) === 'running' ? 'other' : undefined;
}

/** What answers on connections whose handshake is done; it listens nowhere itself. */
export function createWebServer(read: () => Promise<World>, address: string, port: number): Server {
  return createServer((request, response) => {
    const host = request.headers.host ?? '';
    read().then(
      (world) => response.writeHead(httpStatus(world, address, port, host, new Date()), { connection: 'close' }).end(),
      () => response.destroy(),
    );
  });
}

/** The status that a GET gets: 404 where no binding takes the host, 503 where its pool is stopped. */
function httpStatus(world: World, address: string, port: number, host: string, now: Date): number {
  if (httpsOwner(world, port, now) === 'other') return 200;
  const name = host.replace(/:\d+$/u, '').toLowerCase();
  const sites = httpsSites(world, port, now);
  const taking = (wanted: string) =>
    sites.find((site) =>
      httpsBindings(site, port).some(
        (binding) =>
          binding.host.toLowerCase() === wanted && ['', '*', address, `[${address}]`].includes(binding.address),
      ),
    );
  // A binding with the host's name is closer than one that takes every name.
  const site = taking(name) ?? taking('');
  if (site === undefined) return 404;
  const pool = world.iis.pools.find(({ name: one }) => one === site.applications[0]?.pool);
  return pool?.state === 'Started' ? 200 : 503;
}

function httpsSites(world: World, port: number, now: Date): Site[] {
  if (serviceState(world, 'W3SVC', now) !== 'running') return [];
  return world.iis.sites.filter((site) => site.state === 'Started' && httpsBindings(site, port).length > 0);
}

const httpsBindings = (site: Site, port: number) =>
  site.bindings
    .filter(({ protocol }) => protocol === 'https')
    .map(bindingParts)
    .filter((binding) => binding.port === port);
