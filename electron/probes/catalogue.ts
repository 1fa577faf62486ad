import { certificatesProbe } from './certificates.ts';
import { elevationProbe } from './elevation.ts';
import { handshakesProbe } from './handshakes.ts';
import { httpSysLiveProbe } from './http-sys-live.ts';
import { httpSysRegistryProbe } from './http-sys-registry.ts';
import { iisConfigProbe } from './iis-config.ts';
import { iisViewProbe } from './iis-view.ts';
import type { Probe } from './probe.ts';
import { windowsProbe } from './windows.ts';

/** Every source the product asks, in the order in which the wizard lists them. */
export const probes = [
  elevationProbe,
  windowsProbe,
  iisConfigProbe,
  iisViewProbe,
  httpSysLiveProbe,
  httpSysRegistryProbe,
  certificatesProbe,
  handshakesProbe,
] as readonly Probe[];
