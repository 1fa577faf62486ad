import { create } from 'zustand';
import { pushChannels } from '../../shared/ipc/channels.ts';
import type { WizardState } from '../../shared/model/wizard-state.ts';
import { ask, Refusal } from './bridge.ts';

interface WizardStore {
  /** A copy of what the main process holds; null until its first answer. */
  wizard: WizardState | null;
  /** Why the last request came to nothing, until the next one. */
  refusal: string | null;
}

export const useWizardStore = create<WizardStore>(() => ({ wizard: null, refusal: null }));

/** The state, for everything that is shown only when it is there. */
export const useWizard = <T>(select: (wizard: WizardState) => T): T => useWizardStore(({ wizard }) => select(wizard!));

/** Takes one slice into the copy. */
const withSlice = <C extends keyof WizardState>(
  wizard: WizardState | null,
  slice: C,
  value: WizardState[C],
): WizardState | null => (wizard === null ? null : { ...wizard, [slice]: value });

/** The one place that listens to the main process. Subscribed first, so that nothing falls between. */
export async function followMainProcess(): Promise<void> {
  for (const slice of pushChannels) {
    window.psdoctor.subscribe(slice, (value) => {
      useWizardStore.setState(({ wizard }) => ({ wizard: withSlice(wizard, slice, value) }));
    });
  }
  await request(async () => {
    useWizardStore.setState({ wizard: await ask('state.get', undefined) });
  });
}

/** Does something by way of the main process; a refusal is shown and told as null. */
export async function request<T>(work: () => Promise<T>): Promise<T | null> {
  useWizardStore.setState({ refusal: null });
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    useWizardStore.setState({ refusal: error.message });
    return null;
  }
}

export const dismissRefusal = () => useWizardStore.setState({ refusal: null });
