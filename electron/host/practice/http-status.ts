import { httpsBindings, httpsSites, whoListens } from './listening.ts';
import type { World } from './model/world.ts';

/** The status that a GET gets: 404 where no binding takes the host, 503 where its pool is stopped. */
export function httpStatus(world: World, address: string, port: number, host: string, now: Date): number {
  if (whoListens(world, address, port, now)?.by !== 'iis') return 200;
  const name = host.replace(/:\d+$/u, '').toLowerCase();
  const sites = httpsSites(world, port, now);
  const taking = (wanted: string) =>
    sites.find((site) =>
      httpsBindings(site, port).some(
        (binding) =>
          binding.host.toLowerCase() === wanted && ['', '*', address, `[${address}]`].includes(binding.address),
      ),
    );
  // A binding with the host's name is closer than a wildcard, and that than one that takes every name.
  const site = taking(name) ?? taking(name.replace(/^[^.]*/u, '*')) ?? taking('');
  if (site === undefined) return 404;
  const pool = world.iis.pools.find(({ name: one }) => one === site.applications[0]?.pool);
  return pool?.state === 'Started' ? 200 : 503;
}
