import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Session } from '../../../shared/model/wizard-state.ts';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request } from '../../stores/wizard-store.ts';
import { goOnWords, remedyWords } from '../../text/remedy.ts';

/** The two ways on from a repair that has not come to its end; each asks by a dialog first. */
export function RecoverButtons({
  unfinished: { case: id, waits },
}: {
  unfinished: NonNullable<Session['unfinished']>;
}) {
  const [asked, setAsked] = useState(false);
  const recover = async (way: 'resume' | 'undo') => {
    setAsked(true);
    await request(() => ask('case.recover', { case: id, way }));
    setAsked(false);
    showStep('remedy');
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <Button variant="contained" disabled={asked} onClick={() => void recover('resume')}>
        {goOnWords(waits)}
      </Button>
      <Button variant="outlined" disabled={asked} onClick={() => void recover('undo')}>
        {remedyWords.takeBack}
      </Button>
    </div>
  );
}
