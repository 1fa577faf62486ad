import LinearProgress from '@mui/material/LinearProgress';
import type { RepairProgress } from '../../../shared/model/wizard-state.ts';
import { remedyWords } from '../../text/remedy.ts';
import { StepReports } from './step-reports.tsx';

/** A repair at work, step by step. */
export function RepairRun({ progress: { steps, current } }: { progress: RepairProgress }) {
  return (
    <div>
      <h3 style={{ fontSize: '0.8438rem', marginBottom: 8 }}>{remedyWords.running}</h3>
      <LinearProgress aria-label={remedyWords.running} />
      <div style={{ marginTop: 8 }}>
        <StepReports steps={steps} />
      </div>
      <p style={{ fontSize: '0.8125rem', padding: '6px 0', borderTop: '1px solid var(--line)' }}>
        <strong style={{ fontWeight: 600 }}>{remedyWords.doNow}:</strong> {current ?? '…'}
      </p>
    </div>
  );
}
