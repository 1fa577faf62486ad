import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { Card } from '../../components/card.tsx';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { checkAgain } from '../../stores/check-again.ts';
import { showStep } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { proveWords } from '../../text/prove.ts';
import { outcomeWords, remedyWords, repairTitles } from '../../text/remedy.ts';
import { showRemedy } from '../remedy/go-on.ts';
import { neededStep } from '../remedy/path.ts';
import { outcomeTones } from '../remedy/repair-outcome-view.tsx';
import { FindingsComparison } from './findings-comparison.tsx';
import { HandshakesComparison } from './handshakes-comparison.tsx';
import { RebootCard } from './reboot-card.tsx';

/** Before and after side by side, and what no source can prove. */
export default function ProveScreen() {
  const { before, result, state, error } = useWizard(({ diagnosis }) => diagnosis);
  const { report, history } = useWizard(({ repair }) => repair);
  const told = report === null || report.outcome === 'declined' ? null : report;
  // What was declined has not made undone what was proven before.
  const last = told === null ? history.findLast(({ outcome }) => outcome !== 'declined') : undefined;
  const source = useWizard(({ session }) => session.source);
  const needed = useWizard(neededStep);
  const settled = told === null || told.outcome === 'fixed' || told.outcome === 'notNeeded';
  const next = source === 'server' && settled ? needed : null;
  if (before === null || result === null) return null;
  return (
    <Screen
      title={proveWords.title}
      lead={source === 'case' ? proveWords.leadKept : proveWords.lead}
      actions={
        <>
          <Button
            variant="outlined"
            disabled={state === 'running' || source !== 'server'}
            onClick={checkAgain}
            startIcon={<Icon name="again" size={14} />}
          >
            {proveWords.again}
          </Button>
          {next === null ? null : (
            <Button variant="contained" onClick={showRemedy} endIcon={<Icon name="next" size={14} />}>
              {remedyWords.goOnWith(repairTitles[next])}
            </Button>
          )}
          <Button
            variant={next === null ? 'contained' : 'outlined'}
            onClick={() => showStep('report')}
            endIcon={<Icon name="next" size={14} />}
          >
            {proveWords.toReport}
          </Button>
        </>
      }
    >
      <div style={{ height: 3, marginBlock: -8 }}>
        {state === 'running' ? <LinearProgress aria-label={proveWords.again} /> : null}
      </div>
      {error === null ? null : <Notice tone="broken">{error}</Notice>}
      {told === null ? null : (
        <Notice tone={outcomeTones[told.outcome]}>
          <strong>{outcomeWords[told.outcome]}.</strong> {told.detail}{' '}
          {told.case === null ? null : proveWords.caseAt(told.case)}
        </Notice>
      )}
      {last === undefined ? null : (
        <Notice tone={outcomeTones[last.outcome]}>
          <strong>{proveWords.last(repairTitles[last.repair], outcomeWords[last.outcome])}</strong>{' '}
          {last.case === null ? null : proveWords.caseAt(last.case)}
        </Notice>
      )}
      <FindingsComparison before={before} after={result} />
      <HandshakesComparison before={before} after={result} />
      <Card title={proveWords.remains} tone="unknown">
        <p style={{ fontSize: '0.8438rem' }}>{proveWords.remainsText}</p>
      </Card>
      <RebootCard result={result} />
    </Screen>
  );
}
