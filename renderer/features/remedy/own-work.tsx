import Button from '@mui/material/Button';
import { Notice } from '../../components/notice.tsx';
import { lookAgain } from '../../stores/check-again.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { CertificateOffer, certificatesIn } from './certificate-offer.tsx';
import { EndpointChoice, endpointsIn } from './endpoint-choice.tsx';
import type { Wish } from './plan-repair.ts';
import { PlanView } from './plan-view.tsx';
import { RepairOutcomeView } from './repair-outcome-view.tsx';
import { RepairRun } from './repair-run.tsx';
import { TakeOver } from './take-over.tsx';

interface OwnWorkProps {
  wish: Wish;
  plan: (change: Partial<Wish>) => void;
}

/** What the main process holds of the step that it works at, and what a person can choose for it. */
export function OwnWork({ wish, plan }: OwnWorkProps) {
  const progress = useWizard((wizard) => wizard.repair);
  const foreign = useWizard(
    ({ diagnosis }) =>
      diagnosis.result?.findings.some(({ id, status }) => id === 'httpsys.owner' && status === 'warn') ?? false,
  );
  const { state, repair, offer, report, error, ambiguous } = progress;
  const result = useWizard(({ diagnosis }) => diagnosis.result);
  const choice = ambiguous && (endpointsIn(result).length > 1 || certificatesIn(result).length > 1);
  const again = () => plan({});
  const choosing = error !== null || state === 'planned' || state === 'confirming';
  const waiting = state === 'confirming';
  return (
    <>
      {error === null ? null : (
        <Notice tone="warn" urgent>
          <span style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {choice
              ? error.split('\n', 1)[0]
              : ambiguous && repair === 'rebind-certificate'
                ? remedyWords.noChoice
                : error}
          </span>
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
            <Button variant="outlined" onClick={again}>
              {remedyWords.planAgain}
            </Button>
            {choice ? null : (
              <Button variant="outlined" onClick={lookAgain}>
                {remedyWords.checkAgain}
              </Button>
            )}
          </div>
        </Notice>
      )}
      {choice ? (
        <>
          <EndpointChoice chosen={wish.endpoint} choose={(endpoint) => plan({ endpoint })} />
          <CertificateOffer choose={(certificate) => plan({ certificate })} />
        </>
      ) : null}
      {choosing && foreign && repair === 'rebind-certificate' ? (
        <TakeOver taken={wish.takeOver} choose={(takeOver) => plan({ takeOver })} disabled={waiting} />
      ) : null}
      {state === 'planning' ? <p style={{ color: 'var(--soft)' }}>{remedyWords.planning}</p> : null}
      {(state === 'planned' || waiting) && offer !== null ? (
        <PlanView
          offer={offer}
          waiting={waiting}
          choose={(certificate) => plan({ certificate, endpoint: offer.endpoint })}
        />
      ) : null}
      {waiting && offer === null ? <Notice tone="info">{remedyWords.confirming}</Notice> : null}
      {state === 'running' ? <RepairRun progress={progress} /> : null}
      {state === 'finished' && report !== null ? <RepairOutcomeView report={report} again={again} /> : null}
    </>
  );
}
