import { create } from 'zustand';
import type { FindingId } from '../../shared/model/finding.ts';
import { blockedBy, standsAt, type Place } from '../wizard/flow.ts';
import { useWizardStore } from './wizard-store.ts';

type Side = 'before' | 'after';

/** What only this page knows: which step it shows, and whose evidence. */
interface ViewStore {
  /** Null until the first state is there; then a step that may be entered. */
  step: Place | null;
  /** Asked for when it could not be entered yet: an answer may overtake the change that it speaks of. */
  wished: Place | null;
  finding: FindingId | null;
  /** Of the result before a repair, or of the newest one. */
  side: Side;
  /** The drawer as an overlay, on windows too narrow for a column. */
  drawerOpen: boolean;
  /** When the newest result began that was seen beside what was before a repair. */
  proofSeen: string | null;
  /** The server that was chosen on the start screen last; null while nobody chose. */
  picked: string | null;
}

export const useViewStore = create<ViewStore>(() => ({
  step: null,
  wished: null,
  finding: null,
  side: 'after',
  drawerOpen: false,
  proofSeen: null,
  picked: null,
}));

/** Shows a step, as soon as it may be entered; the address keeps it, so that a reload comes back to it. */
export function showStep(step: Place): void {
  const { wizard } = useWizardStore.getState();
  if (wizard === null || blockedBy(step, wizard) !== null) {
    useViewStore.setState({ wished: step });
    return;
  }
  window.history.replaceState(null, '', `#${step}`);
  useViewStore.setState({ step, wished: null, drawerOpen: false });
}

let begunAt: string | null | undefined;

/**
 * Stands where the state allows: after the first answer, and when the truth
 * moved on beneath the page. A diagnosis that begins, by whatever way, is shown.
 */
export function settleStep(): void {
  const { wizard } = useWizardStore.getState();
  if (wizard === null) return;
  const { startedAt } = wizard.diagnosis;
  const begins = begunAt !== undefined && startedAt !== null && startedAt !== begunAt;
  begunAt = startedAt;
  const { step, wished } = useViewStore.getState();
  const fromStart = begins && (step === 'start' || step === 'fleet');
  // Another server: what was chosen on the last one means nothing here.
  if (fromStart) suggestFinding(null);
  const granted = wished !== null && blockedBy(wished, wizard) === null ? wished : null;
  const settled = standsAt(fromStart ? 'diagnose' : (granted ?? step ?? window.location.hash.slice(1)), wizard);
  if (settled !== step) showStep(settled);
}

export const selectFinding = (finding: FindingId, side: Side = 'after') =>
  useViewStore.setState({ finding, side, drawerOpen: true });
/** A choice that nobody made: it fills the column and opens no overlay. */
export const suggestFinding = (finding: FindingId | null) => useViewStore.setState({ finding, side: 'after' });
export const sawProof = (startedAt: string) => useViewStore.setState({ proofSeen: startedAt });
export const pickServer = (target: string) => useViewStore.setState({ picked: target });
export const closeDrawer = () => useViewStore.setState({ drawerOpen: false });
