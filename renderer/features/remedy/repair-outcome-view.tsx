import Button from '@mui/material/Button';
import type { RepairOutcome, RepairReport } from '../../../shared/model/repair.ts';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { showStep } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { outcomeWords, remedyWords, repairTitles, waitingWords } from '../../text/remedy.ts';
import { goOnWith } from './go-on.ts';
import { paragraphs } from './paragraphs.ts';
import { neededStep } from './path.ts';
import { RecoverButtons } from './recover-buttons.tsx';
import { StepReports } from './step-reports.tsx';
import { TakeBack } from './take-back.tsx';

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

/** How a repair came out, what it did, and where to go from here. */
export function RepairOutcomeView({ report, again }: { report: RepairReport; again: () => void }) {
  const { repair, outcome, detail, steps, after, case: caseId } = report;
  const unfinished = useWizard(({ session }) => session.unfinished);
  // Nothing can be planned before it has come to its end, one way or the other.
  const open = unfinished !== null && unfinished.case === caseId ? unfinished : null;
  const needed = useWizard(neededStep);
  const settled = outcome === 'fixed' || outcome === 'notNeeded';
  const next = settled && open === null && needed !== repair ? needed : null;
  // The heading says it all.
  const words = outcome === 'declined' ? [] : paragraphs(waitingWords(open?.waits ?? null) ?? detail);
  return (
    <>
      <Notice tone={outcomeTones[outcome]}>
        <strong>{outcomeWords[outcome]}.</strong>{' '}
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
      ) : null}
      {open === null ? null : <RecoverButtons unfinished={open} underChecklist={repair === 'force-overwrite'} />}
      {steps.length === 0 ? null : <StepReports steps={steps} waits={outcome === 'pending'} />}
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' }}>
        {next === null ? null : (
          <Button variant="contained" onClick={() => goOnWith(next)} endIcon={<Icon name="next" size={14} />}>
            {remedyWords.goOnWith(repairTitles[next])}
          </Button>
        )}
        {after === null ? null : (
          <Button
            variant={settled && next === null ? 'contained' : 'outlined'}
            onClick={() => showStep('prove')}
            endIcon={<Icon name="next" size={14} />}
          >
            {remedyWords.toProof}
          </Button>
        )}
        {settled || open !== null ? null : (
          <Button variant={after === null ? 'contained' : 'outlined'} onClick={again}>
            {remedyWords.planAgain}
          </Button>
        )}
        {settled && open === null ? <TakeBack repair={repair} /> : null}
      </div>
    </>
  );
}
