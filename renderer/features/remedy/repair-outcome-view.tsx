import Button from '@mui/material/Button';
import type { RepairOutcome, RepairReport } from '../../../shared/model/repair.ts';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { outcomeWords, remedyWords } from '../../text/remedy.ts';
import { pathOf } from './path.ts';
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

/** How a repair came out, what it did, and where to go from here. */
export function RepairOutcomeView({ report, again }: { report: RepairReport; again: () => void }) {
  const { outcome, detail, steps, after, case: caseId, plan } = report;
  const undoable = outcome === 'fixed' && caseId !== null && (plan?.cannotBeUndone.length ?? 0) === 0;
  const unfinished = useWizard(({ session }) => session.unfinished);
  // Nothing can be planned before it has come to its end, one way or the other.
  const open = unfinished !== null && unfinished.case === caseId ? unfinished : null;
  const goesOn = useWizard((wizard) => pathOf(wizard).some(({ state }) => state === 'needed'));
  const settled = outcome === 'fixed' || outcome === 'notNeeded';
  return (
    <>
      <Notice tone={outcomeTones[outcome]}>
        <strong>{outcomeWords[outcome]}.</strong> <span style={{ overflowWrap: 'anywhere' }}>{detail}</span>
      </Notice>
      {open === null ? null : <RecoverButtons unfinished={open} />}
      {steps.length === 0 ? null : <StepReports steps={steps} waits={outcome === 'pending'} />}
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' }}>
        {after === null ? null : (
          <Button
            variant={settled ? 'contained' : 'outlined'}
            onClick={() => showStep('prove')}
            endIcon={<Icon name="next" size={14} />}
          >
            {remedyWords.toProof}
          </Button>
        )}
        {undoable ? (
          <Button
            variant="outlined"
            onClick={() => void request(() => ask('case.recover', { case: caseId, way: 'undo' }))}
          >
            {remedyWords.takeBack}
          </Button>
        ) : null}
        {settled || open !== null ? null : (
          <Button variant={after === null ? 'contained' : 'outlined'} onClick={again}>
            {remedyWords.planAgain}
          </Button>
        )}
        {settled && goesOn ? <small style={{ color: 'var(--soft)' }}>{remedyWords.nextStep}</small> : null}
      </div>
    </>
  );
}
