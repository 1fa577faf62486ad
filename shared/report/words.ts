import type { Likelihood } from '../model/cause.ts';
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

export const likelihoodWords: Record<Likelihood, string> = {
  confirmed: 'Confirmed: two independent sources say it',
  likely: 'Likely: one source says it, and nothing speaks against it',
  possible: 'Possible: documented elsewhere, and not contradicted here',
};

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
