import type { RepairOutcome, RepairReport } from '../../../shared/model/repair.ts';
import { Notice } from '../../components/notice.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { outcomeOf, remedyWords, waitingWords } from '../../text/remedy.ts';
import { OutcomeButtons } from './outcome-buttons.tsx';
import { toldParts } from '../../../shared/report/told-parts.ts';
import { adviceFor, neededStep } from './path.ts';
import { RecoverButtons } from './recover-buttons.tsx';
import { StepReports } from './step-reports.tsx';

export const outcomeTones: Record<RepairOutcome, 'sound' | 'info' | 'warn' | 'broken'> = {
  fixed: 'sound',
  notNeeded: 'sound',
  pending: 'info',
  declined: 'info',
  refused: 'warn',
  undone: 'warn',
  notFixed: 'broken',
  failed: 'broken',
};

/** A person may have to do what the wizard could not. */
const cameToNothing: readonly RepairOutcome[] = ['failed', 'refused', 'notFixed', 'undone'];

/** How a repair came out, what it did, and where to go from here. */
export function RepairOutcomeView({ report, again }: { report: RepairReport; again: () => void }) {
  const { repair, outcome, detail, steps, case: caseId } = report;
  const unfinished = useWizard(({ session }) => session.unfinished);
  // Nothing can be planned before it has come to its end, one way or the other.
  const open = unfinished !== null && unfinished.case === caseId ? unfinished : null;
  // Where the path goes on with another step, that is what to do.
  const advice = useWizard((wizard) => (neededStep(wizard) === repair ? adviceFor(repair, wizard.diagnosis) : null));
  // The heading says it all.
  const words = outcome === 'declined' ? [] : toldParts(waitingWords(open?.waits ?? null) ?? detail);
  return (
    <>
      <Notice tone={outcomeTones[outcome]}>
        <strong>{outcomeOf(report)}.</strong>{' '}
        {words.length === 1 ? <span style={{ overflowWrap: 'anywhere' }}>{words[0]}</span> : null}
        {words.length > 1
          ? words.map((part) => (
              <p key={part} style={{ overflowWrap: 'anywhere', marginTop: 4 }}>
                {part}
              </p>
            ))
          : null}
      </Notice>
      {repair === 'force-overwrite' && outcome === 'notFixed' ? (
        <p style={{ fontSize: '0.8438rem' }}>{remedyWords.notForced}</p>
      ) : advice !== null && cameToNothing.includes(outcome) ? (
        <p style={{ fontSize: '0.8438rem', whiteSpace: 'pre-wrap' }}>
          <strong>{remedyWords.whatToDo}</strong> {advice}
        </p>
      ) : null}
      {open === null ? null : <RecoverButtons unfinished={open} underChecklist={repair === 'force-overwrite'} />}
      {steps.length === 0 ? null : <StepReports steps={steps} waits={outcome === 'pending'} told={detail} />}
      <OutcomeButtons report={report} again={again} waits={open !== null} />
    </>
  );
}
