import type { Patience } from '../steps/step-kind.ts';

/** Waits no longer than the practice server takes. */
export const impatient: Patience = {
  addRetries: [],
  proofRetries: [],
  service: 3000,
  agent: 500,
  quiet: 0,
  look: 20,
  lock: 0,
};
