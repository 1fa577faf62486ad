import type { ApplyHooks } from '../engine.ts';

/** Hooks that say yes and listen to nothing. */
export const yes: ApplyHooks = {
  confirm: () => Promise.resolve(true),
  onCurrent: () => undefined,
  onStep: () => undefined,
};
