import Button from '@mui/material/Button';
import type { WizardState } from '../../../shared/model/wizard-state.ts';
import { BesideButton } from '../../components/beside-button.tsx';
import { Card } from '../../components/card.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { remedyWords, repairTitles } from '../../text/remedy.ts';
import { reportWords } from '../../text/report.ts';
import { useRecover } from '../remedy/use-recover.ts';

/** What can be taken back of the case, in words, and whether there is anything of it. */
function undoable({ session, repair }: WizardState): { can: boolean; words: string[] } {
  const { case: caseId, source, unfinished } = session;
  if (caseId === null || source !== 'server') return { can: false, words: [] };
  const staying = repair.standing.filter(({ stays }) => stays.length > 0);
  const stays = staying.map((each) => reportWords.staysOf(repairTitles[each.repair], each.stays));
  if (staying.length < repair.standing.length || unfinished?.case === caseId) {
    return { can: true, words: [reportWords.undoHelp, ...stays] };
  }
  const wasUndone = repair.history.some(({ way }) => way === 'undo');
  if (staying.length > 0) return { can: false, words: [reportWords.undoNothing(wasUndone), ...stays] };
  return { can: false, words: wasUndone ? [reportWords.undone] : [] };
}

/** What comes after the report: take everything back, another server, or the end. */
export function Afterwards() {
  const wizard = useWizard((state) => state);
  const { case: caseId } = wizard.session;
  const { asked, problem, recover } = useRecover();
  const { can, words } = undoable(wizard);
  const undo = async () => {
    // While it is asked the remedy is shown; whoever says no comes back here.
    if (caseId !== null && (await recover(caseId, 'undo')) === 'declined') showStep('report');
  };
  const another = async () => {
    // The ticket is about this server; the engineer stays.
    await request(() => ask('session.about', { ...wizard.session.about, ticket: '' }));
    showStep('start');
  };
  return (
    <Card title={reportWords.after}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {can ? (
          <Button variant="outlined" disabled={asked} onClick={() => void undo()}>
            {reportWords.undoAll}
          </Button>
        ) : null}
        <Button variant="outlined" onClick={() => void another()}>
          {reportWords.newCase}
        </Button>
        <Button variant="outlined" onClick={() => window.close()}>
          {reportWords.close}
        </Button>
      </div>
      <div style={{ display: 'grid', gap: 4, marginTop: words.length === 0 ? 0 : 8 }}>
        {words.map((each) => (
          <p key={each} style={{ color: 'var(--soft)', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
            {each}
          </p>
        ))}
        <BesideButton
          problem={problem}
          declined={can && wizard.repair.declined === 'undo' ? remedyWords.declinedUndo : null}
        />
      </div>
    </Card>
  );
}
