import { z } from 'zod';
import type { Command } from '../../../shared/model/repair.ts';
import type { Host } from '../../host/host.ts';
import { AwaitAgentStart, awaitAgentStart } from './await-agent-start.ts';
import { CertutilRepair, certutilRepair } from './certutil-repair.ts';
import { DisableFeatures, disableFeatures, EnableFeatures, enableFeatures } from './features.ts';
import { IisBindingChange, iisBinding } from './iis-binding.ts';
import { IisProtocols, iisProtocols } from './iis-protocols.ts';
import { IisState, iisState } from './iis-state.ts';
import { InConsole, inConsole } from './in-console.ts';
import { MetabaseKeyChange, metabaseKey } from './metabase-key.ts';
import { MetabasePropertyChange, metabaseProperty } from './metabase-property.ts';
import { NetshAdd, netshAdd } from './netsh-add.ts';
import { NetshDelete, netshDelete } from './netsh-delete.ts';
import { NetshUpdate, netshUpdate } from './netsh-update.ts';
import { RefreshPackages, refreshPackages } from './refresh-packages.ts';
import { ServiceStart, serviceStart, ServiceStop, serviceStop } from './service.ts';
import type { Patience, Performed, Standing, StepKind, WaitsFor } from './step-kind.ts';
import { UpdatePolicies, updatePolicies } from './update-policies.ts';

/** Every kind of change that a repair can make. The journal holds these, never commands. */
export const Step = z.discriminatedUnion('kind', [
  NetshAdd,
  NetshDelete,
  NetshUpdate,
  EnableFeatures,
  DisableFeatures,
  IisBindingChange,
  IisProtocols,
  IisState,
  MetabaseKeyChange,
  MetabasePropertyChange,
  CertutilRepair,
  ServiceStop,
  ServiceStart,
  AwaitAgentStart,
  RefreshPackages,
  UpdatePolicies,
  InConsole,
]);
export type Step = z.infer<typeof Step>;

const kinds: { [K in Step['kind']]: StepKind<Extract<Step, { kind: K }>> } = {
  netshAdd,
  netshDelete,
  netshUpdate,
  enableFeatures,
  disableFeatures,
  iisBinding,
  iisProtocols,
  iisState,
  metabaseKey,
  metabaseProperty,
  certutilRepair,
  serviceStop,
  serviceStart,
  awaitAgentStart,
  refreshPackages,
  updatePolicies,
  inConsole,
};

/** The table above holds for each kind its own type; TypeScript cannot follow that through a union. */
const kindOf = (step: Step): StepKind<Step> => kinds[step.kind] as StepKind<Step>;

/** The step as a sentence: "Add the record of 0.0.0.0:443 with certificate …". */
export const stepWords = (step: Step): string => kindOf(step).words(step);

/** The tool and its argument array; null when a person does it, or it only waits. */
export const toCommand = (step: Step): Command | null => kindOf(step).toCommand(step);

/** The step that takes this one back; null where this server would not do it. */
export const inverse = (step: Step): Step | null => kindOf(step).inverse(step);

/** Makes the change. Never throws for what the server did. */
export const perform = (step: Step, host: Host, patience: Patience): Promise<Performed> =>
  kindOf(step).perform(step, host, patience);

/** The step with what only the server can tell once it is done. */
export const learn = async (step: Step, host: Host): Promise<Step> => kindOf(step).learn?.(step, host) ?? step;

/** Waits while the server is between two states, such as a service that still stops. */
export const settle = async (step: Step, host: Host, patience: Patience): Promise<void> =>
  kindOf(step).settle?.(step, host, patience);

/** What a step still waits for that looks done after an interruption. */
export const stillWaits = async (step: Step, host: Host): Promise<WaitsFor | null> =>
  kindOf(step).stillWaits?.(step, host) ?? null;

/** Reads from the server how it stands towards the step. */
export const readBack = (step: Step, host: Host): Promise<Standing> => kindOf(step).readBack(step, host);
