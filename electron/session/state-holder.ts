import { pushChannels, type PushChannel } from '../../shared/ipc/channels.ts';
import type { WizardState } from '../../shared/model/wizard-state.ts';

export interface StateHolder {
  current(): WizardState;
  /** Changes one slice; what is not named stays. */
  set<C extends PushChannel>(slice: C, change: Partial<WizardState[C]>): void;
}

/** Holds the wizard's one truth and tells which slices changed, at most once per turn of the event loop. */
export function createStateHolder(
  initial: WizardState,
  changed: <C extends PushChannel>(slice: C, value: WizardState[C]) => void,
): StateHolder {
  let state = initial;
  const waiting = new Set<PushChannel>();

  function tell(): void {
    const slices = pushChannels.filter((slice) => waiting.has(slice));
    waiting.clear();
    for (const slice of slices) changed(slice, state[slice]);
  }

  return {
    current: () => state,
    set(slice, change) {
      state = { ...state, [slice]: { ...state[slice], ...change } };
      if (waiting.size === 0) setImmediate(tell);
      waiting.add(slice);
    },
  };
}
