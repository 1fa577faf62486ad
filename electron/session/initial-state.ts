import { closedView } from '../../shared/fleet/closed-view.ts';
import type { Checklist, Diagnosis, RepairProgress, Session, WizardState } from '../../shared/model/wizard-state.ts';
import { productVersion } from '../app/version.ts';

export const noDiagnosis: Diagnosis = {
  state: 'idle',
  startedAt: null,
  probes: [],
  result: null,
  before: null,
  error: null,
};

export const noRepair: RepairProgress = {
  state: 'idle',
  repair: null,
  offer: null,
  steps: [],
  current: null,
  report: null,
  error: null,
  ambiguous: false,
  history: [],
  standing: [],
  declined: null,
};

/** Nothing is ticked, and nobody said which console they have. */
export const noTicks: Checklist = { layout: null, ticked: [] };

/** What the window shows first. `elevated` is null where elevation means nothing. */
export function initialState(platform: Session['platform'], elevated: boolean | null): WizardState {
  return {
    session: {
      product: { version: productVersion },
      platform,
      target: null,
      source: null,
      ownTarget: platform === 'windows' ? 'windows' : null,
      elevated,
      startWarnings: [],
      case: null,
      unfinished: null,
      rebootCheck: null,
      about: { ticket: '', engineer: '' },
    },
    diagnosis: noDiagnosis,
    repair: noRepair,
    checklist: noTicks,
    fleet: closedView,
  };
}
