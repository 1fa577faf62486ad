import { z } from 'zod';
import type { Command } from '../../../shared/model/repair.ts';
import type { Host } from '../../host/host.ts';
import { NetshAdd, netshAdd } from './netsh-add.ts';
import { NetshDelete, netshDelete } from './netsh-delete.ts';
import { NetshUpdate, netshUpdate } from './netsh-update.ts';
import type { Patience, Performed, Standing, StepKind } from './step-kind.ts';

/** Every kind of change that a repair can make. The journal holds these, never commands. */
export const Step = z.discriminatedUnion('kind', [NetshAdd, NetshDelete, NetshUpdate]);
export type Step = z.infer<typeof Step>;

const kinds: { [K in Step['kind']]: StepKind<Extract<Step, { kind: K }>> } = {
  netshAdd,
  netshDelete,
  netshUpdate,
};

/** The table above holds for each kind its own type; TypeScript cannot follow that through a union. */
const kindOf = (step: Step): StepKind<Step> => kinds[step.kind] as StepKind<Step>;

/** The step as a sentence: "Add the record of 0.0.0.0:443 with certificate …". */
export const stepWords = (step: Step): string => kindOf(step).words(step);

/** The tool and its argument array. */
export const toCommand = (step: Step): Command => kindOf(step).toCommand(step);

/** The step that takes this one back; null where this server would not do it. */
export const inverse = (step: Step): Step | null => kindOf(step).inverse(step);

/** Makes the change. Never throws for what the server did. */
export const perform = (step: Step, host: Host, patience: Patience): Promise<Performed> =>
  kindOf(step).perform(step, host, patience);

/** Reads from the server how it stands towards the step. */
export const readBack = (step: Step, host: Host): Promise<Standing> => kindOf(step).readBack(step, host);
