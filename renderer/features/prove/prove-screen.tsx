import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect } from 'react';
import { Card } from '../../components/card.tsx';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { checkAgain } from '../../stores/check-again.ts';
import { sawProof, showStep } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { proveWords } from '../../text/prove.ts';
import { outcomeOf, remedyWords, repairTitles } from '../../text/remedy.ts';
import { showRemedy } from '../remedy/go-on.ts';
import { toldParts } from '../../../shared/report/told-parts.ts';
import { neededStep } from '../remedy/path.ts';
import { outcomeTones } from '../remedy/repair-outcome-view.tsx';
import { FindingsComparison } from './findings-comparison.tsx';
import { HandshakesComparison } from './handshakes-comparison.tsx';
import { LastRepair } from './last-repair.tsx';
import { RebootCard } from './reboot-card.tsx';
import { toldLast } from './told-last.ts';

/** Before and after side by side, and what no source can prove. */
export default function ProveScreen() {
  const { before, result, state, error } = useWizard(({ diagnosis }) => diagnosis);
  const { report, history } = useWizard(({ repair }) => repair);
  const told = report === null || report.outcome === 'declined' ? null : report;
  const last = told === null ? toldLast(history) : undefined;
  const source = useWizard(({ session }) => session.source);
  const needed = useWizard(neededStep);
  // What came to nothing tells itself how to go on; another step is the way on from it, too.
  const settled = told === null || told.outcome === 'fixed' || told.outcome === 'notNeeded';
  const next = source === 'server' && (settled || needed !== told.repair) ? needed : null;
  const seen = before === null ? null : (result?.startedAt ?? null);
  useEffect(() => {
    if (seen !== null) sawProof(seen);
  }, [seen]);
  if (before === null || result === null) return null;
  return (
    <Screen
      title={proveWords.title}
      lead={source === 'case' ? proveWords.leadKept : proveWords.lead}
      actions={
        <>
          {source === 'server' ? (
            <Button
              variant="outlined"
              disabled={state === 'running'}
              onClick={checkAgain}
              startIcon={<Icon name="again" size={14} />}
            >
              {proveWords.again}
            </Button>
          ) : null}
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
          <strong>{outcomeOf(told)}.</strong>{' '}
          {toldParts(told.detail).map((part, index) =>
            index === 0 ? (
              <span key={part}>{part} </span>
            ) : (
              <p key={part} style={{ overflowWrap: 'anywhere', marginTop: 4 }}>
                {part}
              </p>
            ),
          )}
          {told.case === null ? null : proveWords.caseAt(told.case)}
        </Notice>
      )}
      {last === undefined ? null : <LastRepair past={last} />}
      <FindingsComparison before={before} after={result} />
      <HandshakesComparison before={before} after={result} />
      <Card title={proveWords.remains} tone="unknown">
        <p style={{ fontSize: '0.8438rem' }}>{proveWords.remainsText}</p>
      </Card>
      <RebootCard result={result} />
    </Screen>
  );
}
