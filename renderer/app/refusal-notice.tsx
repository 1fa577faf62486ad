import Button from '@mui/material/Button';
import { Notice } from '../components/notice.tsx';
import { dismissRefusal, useWizardStore } from '../stores/wizard-store.ts';
import { commonWords } from '../text/common.ts';

/** Why the last thing that was asked for did not happen. */
export function RefusalNotice() {
  const refusal = useWizardStore((store) => store.refusal);
  if (refusal === null) return null;
  return (
    <div style={{ padding: '14px 18px 0', maxWidth: 1080 }}>
      <Notice tone="broken" urgent action={<Button onClick={dismissRefusal}>{commonWords.close}</Button>}>
        {refusal}
      </Notice>
    </div>
  );
}
