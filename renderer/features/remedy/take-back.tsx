import Button from '@mui/material/Button';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { BesideButton } from '../../components/beside-button.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords, repairTitles } from '../../text/remedy.ts';
import { useRecover } from './use-recover.ts';

/** A repair that stands can be taken back, the newest first; where it cannot, why is told instead. */
export function TakeBack({ repair }: { repair: RepairId }) {
  const { case: caseId, source } = useWizard(({ session }) => session);
  const { standing, declined, state } = useWizard((wizard) => wizard.repair);
  const { asked, problem, recover } = useRecover();
  const own = standing.find((each) => each.repair === repair);
  if (caseId === null || source !== 'server' || own === undefined) return null;
  const newest = standing.find(({ stays }) => stays.length === 0);
  if (own.stays.length > 0) return <Quiet>{remedyWords.stays(own.stays)}</Quiet>;
  if (newest !== undefined && newest !== own)
    return <Quiet>{remedyWords.newestFirst(repairTitles[newest.repair])}</Quiet>;
  const busy = state === 'planning' || state === 'confirming' || state === 'running';
  return (
    <>
      <Button variant="outlined" disabled={asked || busy} onClick={() => void recover(caseId, 'undoNewest')}>
        {remedyWords.takeBack}
      </Button>
      <BesideButton problem={problem} declined={declined === 'undo' ? remedyWords.declinedUndo : null} />
    </>
  );
}

function Quiet({ children }: { children: string }) {
  return (
    <p style={{ flexBasis: '100%', color: 'var(--soft)', fontSize: '0.8125rem', overflowWrap: 'anywhere' }}>
      {children}
    </p>
  );
}
