import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect } from 'react';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { checkAgain } from '../../stores/check-again.ts';
import { suggestFinding, useViewStore } from '../../stores/view-store.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { diagnoseWords } from '../../text/diagnose.ts';
import { FindingsCard } from '../findings/findings-card.tsx';
import { byAttention } from '../findings/order.ts';
import { MapCard } from '../map/map-card.tsx';
import { TimelineCard } from '../timeline/timeline-card.tsx';
import { NotesCard } from './notes-card.tsx';
import { ProbesCard } from './probes-card.tsx';
import { VerdictCard } from './verdict-card.tsx';

/** What was asked, the verdict, the picture, and every finding. An earlier result stays in sight while it is asked again. */
export default function DiagnoseScreen() {
  const { state, result, before, error, probes } = useWizard(({ diagnosis }) => diagnosis);
  const source = useWizard(({ session }) => session.source);
  const history = useWizard(({ repair }) => repair.history);
  const running = state === 'running';

  useEffect(() => {
    const { finding } = useViewStore.getState();
    if (result === null || result.findings.some(({ id }) => id === finding)) return;
    suggestFinding(byAttention(result.findings)[0]?.id ?? null);
  }, [result]);

  const cancelAll = () => void request(() => ask('diagnosis.cancel', { fact: null }));

  return (
    <Screen
      title={running ? diagnoseWords.running : diagnoseWords.title}
      actions={
        running ? (
          <Button variant="outlined" onClick={cancelAll} startIcon={<Icon name="close" size={12} />}>
            {diagnoseWords.cancelAll}
          </Button>
        ) : source !== 'server' ? null : (
          <Button variant="outlined" onClick={checkAgain} startIcon={<Icon name="again" size={14} />}>
            {diagnoseWords.again}
          </Button>
        )
      }
    >
      <div style={{ height: 3, marginBlock: -8 }}>
        {running ? <LinearProgress aria-label={diagnoseWords.running} /> : null}
      </div>
      {error === null ? null : <Notice tone="broken">{diagnoseWords.failed(error)}</Notice>}
      {source === 'server' || source === null ? null : <Notice tone="info">{diagnoseWords.notLive[source]}</Notice>}
      {state === 'cancelled' ? <Notice tone="warn">{diagnoseWords.cancelled}</Notice> : null}
      {result === null ? null : (
        <>
          <VerdictCard result={result} />
          <MapCard result={result} />
          <FindingsCard findings={result.findings} />
          <TimelineCard result={result} before={before} history={history} />
        </>
      )}
      <NotesCard notes={result?.notes ?? []} />
      {source === 'server' || probes.length > 0 ? <ProbesCard probes={probes} open={result === null} /> : null}
    </Screen>
  );
}
