import { ask } from './bridge.ts';
import { showStep } from './view-store.ts';
import { request, useWizardStore } from './wizard-store.ts';

/** Asks the server that is open everything again; what is known of before a repair stays. */
export function checkAgain(): void {
  const target = useWizardStore.getState().wizard?.session.target ?? null;
  if (target !== null) void request(() => ask('diagnosis.start', { target, again: true }));
}

/** The same, with the answers coming in before one's eyes. */
export function lookAgain(): void {
  showStep('diagnose');
  checkAgain();
}
