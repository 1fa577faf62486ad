import Button from '@mui/material/Button';
import type { RepairOutcome, RepairReport } from '../../../shared/model/repair.ts';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request } from '../../stores/wizard-store.ts';
import { outcomeWords, remedyWords } from '../../text/remedy.ts';
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
  const settled = outcome === 'fixed' || outcome === 'notNeeded';
  return (
    <>
      <Notice tone={outcomeTones[outcome]}>
        <strong>{outcomeWords[outcome]}.</strong> <span style={{ overflowWrap: 'anywhere' }}>{detail}</span>
      </Notice>
      {steps.length === 0 ? null : <StepReports steps={steps} />}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
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
        {settled ? null : (
          <Button variant={after === null ? 'contained' : 'outlined'} onClick={again}>
            {remedyWords.planAgain}
          </Button>
        )}
      </div>
    </>
  );
}
