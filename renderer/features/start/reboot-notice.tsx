import Button from '@mui/material/Button';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';

/** Windows was restarted after a repair: the case offers to look whether it survived. The look changes nothing. */
export function RebootNotice({ caseId }: { caseId: string }) {
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    const looked = await request(async () => {
      await ask('case.recover', { case: caseId, way: 'resume' });
      return true;
    });
    setLooking(false);
    if (looked) showStep('prove');
  };
  return (
    <Notice
      tone="info"
      urgent
      action={
        <Button variant="contained" disabled={looking} onClick={() => void look()}>
          {startWords.rebootCheck}
        </Button>
      }
    >
      <strong>{startWords.rebooted(caseId)}</strong> {startWords.rebootedHelp}
    </Notice>
  );
}
