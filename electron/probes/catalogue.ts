import { agentLogProbe } from './agent-log.ts';
import { agentPackagesProbe } from './agent-packages.ts';
import { agentPolicyProbe } from './agent-policy.ts';
import { agentProbe } from './agent.ts';
import { appPoolsProbe } from './app-pools.ts';
import { certificatesProbe } from './certificates.ts';
import { elevationProbe } from './elevation.ts';
import { eventsProbe } from './events.ts';
import { handshakesProbe } from './handshakes.ts';
import { httpSysLiveProbe } from './http-sys-live.ts';
import { httpSysRegistryProbe } from './http-sys-registry.ts';
import { iisConfigProbe } from './iis-config.ts';
import { iisFeaturesProbe } from './iis-features.ts';
import { iisViewProbe } from './iis-view.ts';
import { ipListenProbe } from './ip-listen.ts';
import { listenersProbe } from './listeners.ts';
import { notificationServerProbe } from './notification-server.ts';
import type { Probe } from './probe.ts';
import { schannelProbe } from './schannel.ts';
import { serviceProbe } from './service.ts';
import { urlReservationsProbe } from './url-reservations.ts';
import { webServiceProbe } from './web-service.ts';
import { windowsProbe } from './windows.ts';

/**
 * Every source the product asks. Those that take long or that others wait for come
 * first: they begin while there are slots.
 */
export const probes = [
  elevationProbe,
  agentProbe,
  certificatesProbe,
  agentPackagesProbe,
  iisViewProbe,
  iisConfigProbe,
  httpSysLiveProbe,
  appPoolsProbe,
  windowsProbe,
  httpSysRegistryProbe,
  eventsProbe,
  handshakesProbe,
  listenersProbe,
  agentLogProbe,
  agentPolicyProbe,
  serviceProbe,
  webServiceProbe,
  notificationServerProbe,
  iisFeaturesProbe,
  schannelProbe,
  ipListenProbe,
  urlReservationsProbe,
] as readonly Probe[];
