import Button from '@mui/material/Button';
import { useState } from 'react';
import { Notice } from '../../components/notice.tsx';
import { ask } from '../../stores/bridge.ts';
import { request } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';

/** What works without administrator rights, what does not, and the way to have them. */
export function ElevationNotice() {
  const [answer, setAnswer] = useState<'declined' | 'unsupported' | null>(null);
  const restart = async () => {
    const outcome = await request(() => ask('app.restartElevated', undefined));
    if (outcome === 'declined' || outcome === 'unsupported') setAnswer(outcome);
  };
  return (
    <Notice
      tone="warn"
      action={
        <Button variant="outlined" onClick={() => void restart()}>
          {startWords.restart}
        </Button>
      }
    >
      <strong>{startWords.notElevatedTitle}</strong> {startWords.notElevated}
      {answer === null ? null : <p role="status">{startWords[answer]}</p>}
    </Notice>
  );
}
