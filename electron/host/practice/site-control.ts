import { addEvent, httpEvent } from './event-log/event-log.ts';
import { bindingParts } from './iis.ts';
import { programOn } from './listening.ts';
import type { Site } from './model/iis.ts';
import type { World } from './model/world.ts';

/** ERROR_SHARING_VIOLATION as an HRESULT: another program has the port. */
const portInUse = 0x80070020;

/**
 * Starts a site. HTTP.SYS cannot listen for it while a program has one of its
 * ports; the site then stays stopped.
 *
 * @returns 0, or the HRESULT
 */
export function startSite(world: World, site: Site, now: Date): number {
  const ports = site.bindings.map((binding) => bindingParts(binding).port);
  const taken = ports.find((port) => world.windows.addresses.some((address) => programOn(world, address, port)));
  if (taken === undefined) {
    site.state = 'Started';
    return 0;
  }
  site.state = 'Stopped';
  addEvent(
    world,
    now,
    { provider: httpEvent, id: 15005, level: 2 },
    { DeviceObject: String.raw`\Device\Http\ReqQueue`, Endpoint: `0.0.0.0:${taken}` },
  );
  return portInUse;
}

/** As the service of IIS starts: every site that starts by itself. */
export function startSites(world: World, now: Date): void {
  for (const site of world.iis.sites) {
    if (site.autoStart) startSite(world, site, now);
    else site.state = 'Stopped';
  }
}
