import Button from '@mui/material/Button';
import { Card } from '../../components/card.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { proveWords } from '../../text/prove.ts';
import { outcomeWords } from '../../text/remedy.ts';
import { ticketSummary } from '../../text/ticket-summary.ts';
import { outcomeTones } from '../remedy/repair-outcome-view.tsx';
import { FindingsComparison } from './findings-comparison.tsx';
import { HandshakesComparison } from './handshakes-comparison.tsx';

/** Before and after side by side, and what no source can prove. */
export default function ProveScreen() {
  const { before, result, state } = useWizard(({ diagnosis }) => diagnosis);
  const report = useWizard(({ repair }) => repair.report);
  const { product, target } = useWizard(({ session }) => session);
  if (before === null || result === null) return null;
  const again = () => {
    if (target !== null) void request(() => ask('diagnosis.start', { target, again: true }));
  };
  return (
    <Screen
      title={proveWords.title}
      lead={proveWords.lead}
      actions={
        <>
          <CopyButton
            text={ticketSummary(result, report, product.version)}
            what={proveWords.summary}
            label={proveWords.copySummary}
            variant="contained"
          />
          <Button
            variant="outlined"
            disabled={state === 'running'}
            onClick={again}
            startIcon={<Icon name="again" size={14} />}
          >
            {proveWords.again}
          </Button>
        </>
      }
    >
      {report === null ? null : (
        <Notice tone={outcomeTones[report.outcome]}>
          <strong>{outcomeWords[report.outcome]}.</strong> {report.detail}{' '}
          {report.case === null ? null : proveWords.caseAt(report.case)}
        </Notice>
      )}
      <FindingsComparison before={before} after={result} provenBy={report?.plan?.provenBy ?? []} />
      <HandshakesComparison before={before} after={result} />
      <Card title={proveWords.remains} tone="unknown">
        <p style={{ fontSize: '0.8438rem' }}>{proveWords.remainsText}</p>
        <p style={{ fontSize: '0.8438rem', marginTop: 8 }}>{proveWords.reboot}</p>
      </Card>
    </Screen>
  );
}
