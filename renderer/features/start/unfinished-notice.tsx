import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Session } from '../../../shared/model/wizard-state.ts';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { showStep } from '../../stores/view-store.ts';
import { request } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';

/** A repair that an earlier run left comes before all else: it is finished, or taken back. */
export function UnfinishedNotice({ unfinished }: { unfinished: NonNullable<Session['unfinished']> }) {
  const [opening, setOpening] = useState(false);
  const recover = async (way: 'resume' | 'undo') => {
    setOpening(true);
    await request(() => ask('case.recover', { case: unfinished.case, way }));
    setOpening(false);
    showStep('remedy');
  };
  return (
    <Notice tone={unfinished.waits === null ? 'warn' : 'info'} urgent>
      <strong>{startWords.unfinished(unfinished.case, unfinished.waits)}</strong> {unfinished.words}{' '}
      {startWords.unfinishedHelp}
      <span style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
        <Button variant="contained" disabled={opening} onClick={() => void recover('resume')}>
          {startWords.resume}
        </Button>
        <Button variant="outlined" disabled={opening} onClick={() => void recover('undo')}>
          {startWords.undo}
        </Button>
      </span>
    </Notice>
  );
}
