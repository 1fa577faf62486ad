import { impatient } from '../../electron/repairs/testing/impatient.ts';
import type { Patience } from '../../electron/repairs/steps/step-kind.ts';

/** Each look at a service or at the log is a process here, on a machine that has other things to do. */
export const patience: Patience = { ...impatient, service: 15_000, agent: 10_000 };
