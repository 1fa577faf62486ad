import type { Fact } from '../../shared/model/fact.ts';
import type { Host } from '../host/host.ts';
import { askScript } from './ask-script.ts';
import type { ProbeContext } from './probe.ts';
import machineScript from './scripts/machine.ps1?raw';

/** For all sections together. */
export const machineScriptTimeoutMs = 60_000;

/** One section of machine.ps1, which several probes share. */
export const askMachineScript = (
  host: Host,
  context: ProbeContext,
  section: 'windows' | 'services' | 'certificates' | 'selfAccess',
): Promise<Fact<unknown>> =>
  askScript(host, context, { name: 'machine', text: machineScript }, section, machineScriptTimeoutMs);
