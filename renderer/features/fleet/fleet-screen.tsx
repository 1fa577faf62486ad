import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useState } from 'react';
import type { FleetView } from '../../../shared/fleet/view.ts';
import { oldWords } from '../../../shared/fleet/words.ts';
import { Card } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { fleetWords } from '../../text/fleet.ts';
import { FleetAbout } from './fleet-about.tsx';
import { FleetFilter } from './fleet-filter.tsx';
import { useFleetStore } from './fleet-store.ts';
import { FleetTable } from './fleet-table.tsx';
import { openFleet } from './open-fleet.ts';
import { usePages, type InSight } from './use-pages.ts';

/** A folder of many servers' results as one list that keeps itself true. */
export default function FleetScreen() {
  const fleet = useWizard((wizard) => wizard.fleet);
  const wish = useFleetStore((store) => store.wish);
  const [inSight, see] = useState<InSight>({ first: 0, last: 0 });
  const pages = usePages(wish, fleet.revision, inSight);
  const { counts, state, problem } = fleet;
  return (
    <Screen
      title={fleetWords.title}
      lead={fleet.folder ?? ''}
      actions={
        <>
          <Button variant="outlined" onClick={() => void request(() => ask('fleet.again', undefined))}>
            {fleetWords.again}
          </Button>
          <Button variant="outlined" onClick={() => void openFleet()}>
            {fleetWords.openAnother}
          </Button>
          <Button variant="outlined" onClick={() => void request(() => ask('fleet.close', undefined))}>
            {fleetWords.close}
          </Button>
        </>
      }
    >
      {problem === null ? null : (
        <Notice tone="warn" urgent>
          {problem}
        </Notice>
      )}
      <Standing fleet={fleet} />
      <Card title={fleetWords.table} aside={counts.servers === 0 ? undefined : fleetWords.counts(fleet)}>
        {counts.servers === 0 && state !== 'reading' ? (
          <p style={{ color: 'var(--soft)' }}>{fleetWords.empty}</p>
        ) : (
          <>
            <FleetFilter found={state === 'reading' ? '' : fleetWords.found(pages.servers, counts.servers)} />
            {pages.rows === 0 && pages.revision >= 0 && state !== 'reading' ? (
              <p style={{ color: 'var(--soft)' }}>{fleetWords.none}</p>
            ) : (
              <FleetTable pages={pages} see={see} />
            )}
          </>
        )}
      </Card>
      <FleetAbout fleet={fleet} />
    </Screen>
  );
}

/** Whether everything is read, and how the list learns of what comes. Numbers are not read aloud as they grow. */
function Standing({ fleet: { state, counts, told, readAt, newestFile } }: { fleet: FleetView }) {
  const at = readAt ?? '';
  const old = oldWords(counts.old);
  const words =
    state === 'reading'
      ? fleetWords.reading
      : state === 'away'
        ? fleetWords.awaySince(at)
        : told
          ? fleetWords.watched(newestFile)
          : fleetWords.untold;
  return (
    <div style={{ color: 'var(--soft)', fontSize: '0.8125rem', minHeight: 22 }}>
      <span role="status">{words}</span>
      {state === 'reading' ? ` ${fleetWords.soFar(counts.files)}` : null}
      {state !== 'reading' && old !== null ? (
        <span style={{ display: 'block', color: 'var(--warn)' }}>{old}</span>
      ) : null}
      {state === 'reading' ? <LinearProgress aria-label={fleetWords.reading} /> : null}
    </div>
  );
}
