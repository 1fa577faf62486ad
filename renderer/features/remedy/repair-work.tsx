import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect } from 'react';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { Notice } from '../../components/notice.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { EndpointChoice } from './endpoint-choice.tsx';
import { PlanView } from './plan-view.tsx';
import { planRepair } from './plan-repair.ts';
import { RepairOutcomeView } from './repair-outcome-view.tsx';
import { RepairRun } from './repair-run.tsx';

const Box = styled('div')({ marginTop: 12, display: 'grid', gap: 12 });

/** From no plan to a proven repair: what is shown follows the main process's state alone. */
export function RepairWork({ repair, needed }: { repair: RepairId; needed: boolean }) {
  const progress = useWizard((wizard) => wizard.repair);
  const { state, offer, report, error } = progress;
  const plan = () => void planRepair({ repair });

  useEffect(() => {
    if (needed && state === 'idle' && error === null) void planRepair({ repair });
  }, [needed, state, error, repair]);

  return (
    <Box>
      {error === null ? null : (
        <Notice tone="warn" urgent action={<Button onClick={plan}>{remedyWords.planAgain}</Button>}>
          {error} <EndpointChoice repair={repair} />
        </Notice>
      )}
      {state === 'idle' && !needed && error === null ? (
        <div>
          <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', marginBottom: 8 }}>{remedyWords.notNeeded}</p>
          <Button variant="outlined" onClick={plan}>
            {remedyWords.planAnyway}
          </Button>
        </div>
      ) : null}
      {state === 'planning' ? <p style={{ color: 'var(--soft)' }}>{remedyWords.planning}</p> : null}
      {(state === 'planned' || state === 'confirming') && offer !== null ? (
        <PlanView offer={offer} waiting={state === 'confirming'} />
      ) : null}
      {state === 'running' ? <RepairRun progress={progress} /> : null}
      {state === 'finished' && report !== null ? <RepairOutcomeView report={report} again={plan} /> : null}
    </Box>
  );
}
