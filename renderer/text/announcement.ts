import type { WizardState } from '../../shared/model/wizard-state.ts';
import { likelihoodText } from './findings.ts';
import { outcomeWords } from './remedy.ts';

/** What has changed most lately, in one sentence; the same sentence is not said twice. */
export function announcement({ diagnosis, repair }: WizardState): string {
  if (repair.state === 'finished' && repair.report) return outcomeWords[repair.report.outcome];
  if (repair.state === 'running') return repair.current ?? '';
  if (repair.state !== 'idle') return '';
  if (diagnosis.state === 'running') {
    const answered = diagnosis.probes.filter(({ state }) => state === 'known' || state === 'unknown').length;
    // Each single answer would be chatter: a word at the start and at the half is enough.
    return answered * 2 < diagnosis.probes.length
      ? 'Asking the server.'
      : 'More than half of the sources have answered.';
  }
  const [cause] = diagnosis.result?.causes ?? [];
  if (cause === undefined) return '';
  const sure = likelihoodText(cause);
  return ['Diagnosis finished', cause.title, ...(sure === null ? [] : [sure])].map((words) => `${words}.`).join(' ');
}
