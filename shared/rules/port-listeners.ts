import type { FactValue } from '../model/facts.ts';
import type { IisConfig } from '../model/facts/iis.ts';
import { siteEndpoints } from './site-endpoints.ts';

type Listener = FactValue<'listeners'>[number];

/** The process of Windows itself, in which HTTP.SYS runs. */
const systemPid = 4;

/** The port that the article configures (KB172128), for a site whose bindings are not known or have none. */
const httpsPort = 443;

/** The HTTPS ports of the agent's site. */
export const boundPorts = (config: IisConfig): number[] => [
  ...new Set([...siteEndpoints(config).values()].map(({ endpoint }) => endpoint.port)),
];

/** The ports to look at: those of the bindings, else 443. */
export function portsOf(config: IisConfig | undefined): number[] {
  const bound = config ? boundPorts(config) : [];
  return bound.length > 0 ? bound : [httpsPort];
}

export const isHttpSys = ({ pid }: Listener): boolean => pid === systemPid;

/** The programs other than HTTP.SYS that listen on a port. */
export const otherListeners = (listeners: FactValue<'listeners'>, port: number): Listener[] =>
  listeners.filter((listener) => listener.port === port && !isHttpSys(listener));
