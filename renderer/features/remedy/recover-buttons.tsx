import Button from '@mui/material/Button';
import type { Session } from '../../../shared/model/wizard-state.ts';
import { notTicked } from '../../../shared/repairs/force-overwrite-checklist.ts';
import { BesideButton } from '../../components/beside-button.tsx';
import { showStep } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { goOnWords, remedyWords } from '../../text/remedy.ts';
import { useRecover } from './use-recover.ts';

interface RecoverButtonsProps {
  unfinished: NonNullable<Session['unfinished']>;
  /** The list stands above: what is not ticked of it is not told again. */
  underChecklist?: boolean;
}

/** The two ways on from a repair that has not come to its end; each asks by a dialog first. */
export function RecoverButtons({ unfinished: { case: id, waits }, underChecklist = false }: RecoverButtonsProps) {
  const { asked, problem, recover } = useRecover();
  const declined = useWizard(({ repair }) => repair.declined);
  const checklist = useWizard((wizard) => wizard.checklist);
  // The ticks are those of the case that is open, or, before any server was, of the one that waits.
  const known = useWizard(({ session }) => session.case === id || session.target === null);
  const open = waits === 'person' && known ? notTicked(checklist) : [];
  const go = async (way: 'resume' | 'undoNewest') => {
    if ((await recover(id, way)) === 'done') showStep('remedy');
  };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      {open.length === 0 ? null : (
        <p style={{ fontSize: '0.8125rem', color: 'var(--soft)' }}>
          {underChecklist ? remedyWords.howManyNotTicked(open.length) : remedyWords.notTicked(open)}
        </p>
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        <Button variant="contained" disabled={asked} onClick={() => void go('resume')}>
          {goOnWords(waits)}
        </Button>
        <Button variant="outlined" disabled={asked} onClick={() => void go('undoNewest')}>
          {remedyWords.takeBack}
        </Button>
      </div>
      <BesideButton
        problem={problem}
        declined={
          declined === null ? null : declined === 'undo' ? remedyWords.declinedUndo : remedyWords.declinedResume
        }
      />
    </div>
  );
}
