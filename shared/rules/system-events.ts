import { parseEndpoint } from '../httpsys/endpoint.ts';
import type { FactValue } from '../model/facts.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { boundPorts } from './port-listeners.ts';

export type SystemEvent = FactValue<'events'>[number];

/** Providers are matched by name and id, never by text. */
export const isHttpEvent = ({ provider }: SystemEvent): boolean =>
  /^(?:Microsoft-Windows-)?HttpEvent$/iu.test(provider);

/** Schannel 36870: a private key cannot be used. */
export const isKeyEvent = ({ provider, id }: SystemEvent): boolean => /^Schannel$/iu.test(provider) && id === 36870;

/** The oldest first; equal times keep their order. */
export const byTime = (events: readonly SystemEvent[]): SystemEvent[] =>
  events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

/** The events of HTTP.SYS about the endpoints of the agent's site: those on its HTTPS ports, and those that name none. */
export function siteEvents(events: FactValue<'events'>, config: IisConfig): SystemEvent[] {
  const ports = boundPorts(config);
  return events.filter((event) => {
    if (!isHttpEvent(event)) return false;
    const endpoint = parseEndpoint(event.endpoint ?? '');
    return endpoint === null || ports.includes(endpoint.port);
  });
}

/** The records of the agent's site that were created (15301) or updated (15302); none where that is not known. */
export const recordWrites = (events: FactValue<'events'> | undefined, config: IisConfig | undefined): SystemEvent[] =>
  events && config ? siteEvents(events, config).filter(({ id }) => id === 15301 || id === 15302) : [];
