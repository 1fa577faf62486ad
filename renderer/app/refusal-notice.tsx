import Button from '@mui/material/Button';
import { Notice } from '../components/notice.tsx';
import { dismissRefusal, useWizard, useWizardStore } from '../stores/wizard-store.ts';
import { commonWords } from '../text/common.ts';
import type { Place } from '../wizard/flow.ts';

/** Why the last thing that was asked for did not happen. What the step of a repair tells itself is not told twice. */
export function RefusalNotice({ step }: { step: Place }) {
  const refusal = useWizardStore((store) => store.refusal);
  const { repair, error } = useWizard((wizard) => wizard.repair);
  if (refusal === null || (step === 'remedy' && repair !== null && refusal === error)) return null;
  return (
    <div style={{ padding: '14px 18px 0', maxWidth: 1080 }}>
      <Notice tone="broken" urgent action={<Button onClick={dismissRefusal}>{commonWords.close}</Button>}>
        {refusal}
      </Notice>
    </div>
  );
}
