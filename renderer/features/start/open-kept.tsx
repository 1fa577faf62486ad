import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { CaseSummary } from '../../../shared/model/case-summary.ts';
import { Card } from '../../components/card.tsx';
import { VirtualList } from '../../components/virtual-list.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { dateTime } from '../../text/format.ts';
import { fleetWords } from '../../text/fleet.ts';
import { startWords } from '../../text/start.ts';
import { openFleet } from '../fleet/open-fleet.ts';

const Row = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  padding: '5px 10px',
  borderBottom: '1px solid var(--line)',
  fontSize: '0.8125rem',
  '& > div': { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: '0.75rem' },
});

const Buttons = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 });

/** What a customer sent, by the system's own dialog, and the cases that were kept. */
export function OpenKept() {
  const [cases, setCases] = useState<CaseSummary[] | null>(null);
  useEffect(() => void request(async () => setCases(await ask('cases.list', undefined))), []);
  const open = (what: 'files' | 'folder') => void request(() => ask('sent.open', { what }));
  return (
    <Card title={startWords.open}>
      <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', marginBottom: 8 }}>{startWords.openHelp}</p>
      <Buttons>
        <Button variant="outlined" onClick={() => open('files')}>
          {startWords.openFiles}
        </Button>
        <Button variant="outlined" onClick={() => open('folder')}>
          {startWords.openFolder}
        </Button>
      </Buttons>
      <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', margin: '12px 0 8px' }}>{fleetWords.openHelp}</p>
      <Button variant="outlined" onClick={() => void openFleet()}>
        {fleetWords.open}
      </Button>
      <h3 style={{ fontSize: '0.8438rem', margin: '12px 0 4px' }}>{startWords.cases}</h3>
      {cases === null || cases.length === 0 ? (
        <p style={{ color: 'var(--soft)', fontSize: '0.8125rem' }}>
          {cases === null ? startWords.loadingCases : startWords.noCases}
        </p>
      ) : (
        <VirtualList items={cases} keyOf={({ id }) => id} rowHeight={46} height={190} label={startWords.cases}>
          {(each) => <CaseRow about={each} />}
        </VirtualList>
      )}
    </Card>
  );
}

function CaseRow({ about: { id, server, updatedAt, repairs, problem } }: { about: CaseSummary }) {
  return (
    <Row>
      <div>
        {id}
        <small>{problem ?? startWords.caseAbout(server, updatedAt === null ? '' : dateTime(updatedAt), repairs)}</small>
      </div>
      <Button
        variant="outlined"
        disabled={problem !== null}
        aria-label={startWords.openCase(id)}
        onClick={() => void request(() => ask('case.open', { case: id }))}
      >
        {startWords.openIt}
      </Button>
    </Row>
  );
}
