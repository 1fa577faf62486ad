import Button from '@mui/material/Button';
import { Card } from '../../components/card.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { reportWords } from '../../text/report.ts';

/** What comes after the report: take everything back, another server, or the end. */
export function Afterwards() {
  const { case: caseId, source } = useWizard(({ session }) => session);
  const undo = () => {
    if (caseId !== null) void request(() => ask('case.recover', { case: caseId, way: 'undo' }));
  };
  return (
    <Card title={reportWords.after}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {caseId === null || source !== 'server' ? null : (
          <Button variant="outlined" onClick={undo}>
            {reportWords.undoAll}
          </Button>
        )}
        <Button variant="outlined" onClick={() => showStep('start')}>
          {reportWords.newCase}
        </Button>
        <Button variant="outlined" onClick={() => window.close()}>
          {reportWords.close}
        </Button>
      </div>
      {caseId === null || source !== 'server' ? null : (
        <p style={{ color: 'var(--soft)', fontSize: '0.8125rem', marginTop: 8 }}>{reportWords.undoHelp}</p>
      )}
    </Card>
  );
}
