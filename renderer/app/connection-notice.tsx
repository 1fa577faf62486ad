import { CopyButton } from '../components/copy-button.tsx';
import { Notice } from '../components/notice.tsx';
import { useConnection } from '../stores/connection-store.ts';
import { useWizardStore } from '../stores/wizard-store.ts';
import { connectionWords } from '../text/connection.ts';

/** Says when nobody listens any more. What is on the screen stays, and can be taken away. */
export function ConnectionNotice() {
  const { connection } = useConnection();
  if (connection === 'fine') return null;
  return (
    <div style={{ padding: '14px 18px 0', maxWidth: 1080 }}>
      <Notice tone={connection === 'gone' ? 'broken' : 'warn'} urgent action={<KeepButton />}>
        {connectionWords[connection]}
      </Notice>
    </div>
  );
}

/** Copies all that the page holds; it needs nobody's answer. */
export function KeepButton() {
  const wizard = useWizardStore((store) => store.wizard);
  if (wizard === null) return null;
  return (
    <CopyButton
      text={() => JSON.stringify(wizard, null, 1)}
      what={connectionWords.kept}
      label={connectionWords.keep}
      variant="outlined"
    />
  );
}
