import type { WizardState } from '../../shared/model/wizard-state.ts';
import { pathOf, type PathState } from '../features/remedy/path.ts';

/** The steps of the wizard, in their order. */
export const steps = ['start', 'diagnose', 'remedy', 'prove', 'report'] as const;
export type Step = (typeof steps)[number];

/** What the window shows: a step, or the list of many servers, which is none. */
export type Place = Step | 'fleet';

export type Blocked = 'noTarget' | 'noResult' | 'noRepair' | 'noBefore' | 'repairRuns' | 'noFleet';

/** How the rail shows a step: where one is, what lies behind, what can be opened, and what cannot yet. */
export type StepState = 'current' | 'done' | 'open' | 'blocked';

const repairRuns = ({ repair }: WizardState) => repair.state === 'confirming' || repair.state === 'running';

const hasServer = ({ session: { source } }: WizardState) => source === null || source === 'server';

/** Why a place cannot be entered, or null when it can. */
export function blockedBy(step: Place, wizard: WizardState): Blocked | null {
  if (step !== 'remedy' && repairRuns(wizard)) return 'repairRuns';
  if (step === 'start') return null;
  if (step === 'fleet') return wizard.fleet.state === 'closed' ? 'noFleet' : null;
  if (wizard.session.target === null) return 'noTarget';
  if (step === 'diagnose') return null;
  // A repair that an earlier run left is finished without asking the server everything first.
  if (step === 'remedy' && wizard.repair.state !== 'idle') return null;
  if (wizard.diagnosis.result === null) return 'noResult';
  // Whether anything was repaired where it comes from is not told by one state of the server.
  if (step === 'prove' && wizard.diagnosis.before === null) return hasServer(wizard) ? 'noRepair' : 'noBefore';
  return null;
}

const toDo: readonly PathState[] = ['needed', 'blocked', 'pending'];

/**
 * Whether what a step is for has been done.
 *
 * @param proofSeen when the result began that a person saw beside what was before
 */
function isDone(step: Step, wizard: WizardState, proofSeen: string | null): boolean {
  const { session, diagnosis } = wizard;
  if (step === 'start') return session.target !== null;
  if (step === 'diagnose') return diagnosis.result !== null && diagnosis.state !== 'running';
  if (step === 'report') return false;
  const states = pathOf(wizard).map(({ state }) => state);
  const repaired = states.includes('done') && !states.some((state) => toDo.includes(state));
  return repaired && (step === 'remedy' || (proofSeen !== null && proofSeen === diagnosis.result?.startedAt));
}

export function stepState(step: Step, current: Place, wizard: WizardState, proofSeen: string | null = null): StepState {
  if (step === current) return 'current';
  if (isDone(step, wizard, proofSeen)) return 'done';
  return blockedBy(step, wizard) === null ? 'open' : 'blocked';
}

/** Where a page that begins, or that was reloaded, stands: where it stood if it may, else where the work is. */
export function standsAt(wished: string, wizard: WizardState): Place {
  const wish = ([...steps, 'fleet'] as const).find((step) => step === wished);
  if (wish !== undefined && blockedBy(wish, wizard) === null) return wish;
  if (wizard.session.target === null) return 'start';
  return wizard.repair.state === 'idle' ? 'diagnose' : 'remedy';
}
