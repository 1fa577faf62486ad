import type { AfterReboot } from '../model/after-reboot.ts';
import type { Cause, Likelihood } from '../model/cause.ts';
import type { FindingStatus } from '../model/finding.ts';
import type { RepairId } from '../model/repair-id.ts';
import type { RepairOutcome, StepReport } from '../model/repair.ts';

export const statusWords: Record<FindingStatus, string> = {
  pass: 'Sound',
  info: 'Info',
  warn: 'Warning',
  fail: 'Failing',
  notRun: 'Not run',
};

const likelihoodWords: Record<Likelihood, string> = {
  confirmed: 'Confirmed: two independent sources say it',
  likely: 'Likely: one source says it, and nothing speaks against it',
  possible: 'Possible: documented elsewhere, and not contradicted here',
};

/** How sure a cause is, as this server bears it out; null for what names no cause. */
export function likelihoodText({
  id,
  likelihood,
  because,
  against,
}: Pick<Cause, 'id' | 'likelihood' | 'because' | 'against'>): string | null {
  if (id === 'undetermined') return null;
  if (against.length > 0) return `${likelihood === 'likely' ? 'Likely' : 'Possible'}: something speaks against it`;
  // Both sources can stand in one finding, and several findings can rest on one.
  if (likelihood === 'confirmed' && because.length === 1)
    return `${likelihoodWords.confirmed}, and the finding names both`;
  if (likelihood === 'likely' && because.length > 1)
    return 'Likely: the findings point to it, and nothing speaks against it';
  return likelihoodWords[likelihood];
}

export const repairTitles: Record<RepairId, string> = {
  'install-features': 'Required features',
  'remove-legacy-metabase': 'Legacy metabase entry',
  'create-https-binding': 'HTTPS binding',
  'enable-https-protocol': 'Enabled protocols',
  'start-site': 'Web site',
  'repair-private-key': 'Private key',
  'remove-shadowing-record': 'Shadowing record',
  'rebind-certificate': 'Certificate binding',
  'force-overwrite': 'Force overwrite',
  'restart-agent': 'Restart agent',
  'refresh-packages': 'Refresh packages',
};

export const stepOutcomeWords: Record<StepReport['outcome'], string> = {
  done: 'done',
  failed: 'failed',
  undone: 'taken back',
  skipped: 'skipped',
};

export const outcomeWords: Record<RepairOutcome, string> = {
  fixed: 'Repaired and proven',
  notNeeded: 'Nothing had to be changed',
  pending: 'Begun, and not at its end: it waits',
  notFixed: 'Done, but not proven',
  undone: 'Taken back',
  declined: 'Declined: nothing was changed',
  refused: 'Refused: nothing was changed',
  failed: 'The repair failed',
};

/**
 * How a repair ended, and what a restart of Windows has shown of it since.
 *
 * @param outcome null when it did not come to its end
 * @param look the last look after a restart
 */
export function endingWords(outcome: RepairOutcome | null, look: Pick<AfterReboot, 'survived'> | null): string {
  if (outcome === null) return 'Not finished: it can be resumed or undone';
  if (outcome !== 'fixed' || look === null) return outcomeWords[outcome];
  return look.survived
    ? 'Repaired and proven, and it survived the restart of Windows'
    : 'Proven at first, but it did not survive the restart of Windows';
}

/** Whether a repair had ended well, and the last look after a restart of Windows found it gone. */
export const wasLost = (outcome: RepairOutcome | null, look: Pick<AfterReboot, 'survived'> | null): boolean =>
  outcome === 'fixed' && look?.survived === false;

/** Where a step of a repair stands, by the word of the journal. */
const stepStates: Record<string, string> = {
  waiting: 'not begun',
  applying: 'begun, its end is not known',
  pending: 'waits',
  altered: 'done, but not as it was planned',
  undoing: 'its taking back has begun',
  undone: 'taken back',
};

/** The same for a person; what has no other name is called as it is. */
export const stepStateWords = (state: string): string => stepStates[state] ?? state;

/** Words of their own as they go on a sentence: "Windows" in them stays as it is. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
