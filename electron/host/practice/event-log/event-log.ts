import type { SystemEvent } from '../model/windows.ts';
import type { World } from '../model/world.ts';

/** The oldest events make room. */
const capacity = 500;

export function addEvent(
  world: World,
  now: Date,
  event: Pick<SystemEvent, 'provider' | 'id' | 'level'>,
  data: Readonly<Record<string, string>> = {},
): void {
  const values = Object.entries(data).map(([name, value]) => ({ name, value }));
  world.events.push({ at: now.toISOString(), ...event, data: values });
  world.events.splice(0, world.events.length - capacity);
}

export const httpEvent = 'Microsoft-Windows-HttpEvent';
const schannel = 'Schannel';

/** SSL settings of an endpoint were deleted, created or updated. */
export function sslSettingsEvent(world: World, now: Date, id: 15300 | 15301 | 15302, endpoint: string): void {
  addEvent(
    world,
    now,
    { provider: httpEvent, id, level: id === 15300 ? 3 : 4 },
    { DeviceObject: String.raw`\Device\Http\ReqQueue`, Endpoint: endpoint },
  );
}

/** An SSL configuration that cannot be used. HTTP.SYS tells it for an endpoint when a client comes. */
export function sslErrorEvent(world: World, now: Date, endpoint: string, keyBroken: boolean): void {
  if (toldSinceLastChange(world, endpoint)) return;
  if (keyBroken)
    addEvent(
      world,
      now,
      { provider: schannel, id: 36870, level: 2 },
      { Type: 'server', ErrorCode: '0x8009030d', ErrorState: '10001' },
    );
  addEvent(
    world,
    now,
    { provider: httpEvent, id: 15021, level: 2 },
    { DeviceObject: String.raw`\Device\Http\ReqQueue`, Endpoint: endpoint },
  );
}

/** A client offered protocols of which Schannel takes none. */
export function noCommonProtocolEvent(world: World, now: Date): void {
  const last = world.events.findLast(({ provider }) => provider === schannel);
  if (last?.id !== 36874) addEvent(world, now, { provider: schannel, id: 36874, level: 2 }, { Protocol: 'TLS 1.2' });
}

/**
 * The same error again and again would push everything else out of the log: it is
 * told once until the endpoint's settings change or Windows starts.
 */
function toldSinceLastChange({ events, windows }: World, endpoint: string): boolean {
  const last = events.findLast(
    ({ provider, data }) => provider === httpEvent && data.some(({ value }) => value === endpoint),
  );
  return last?.id === 15021 && last.at >= windows.bootTime;
}
