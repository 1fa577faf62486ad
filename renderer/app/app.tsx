import { connectionWords } from '../text/connection.ts';
import { useViewStore } from '../stores/view-store.ts';
import { useConnection } from '../stores/connection-store.ts';
import { useWizardStore } from '../stores/wizard-store.ts';
import { Notice } from '../components/notice.tsx';
import { Shell } from './shell.tsx';

/** Waits for the first answer of the main process; from then on the step follows its truth. */
export function App() {
  const answered = useWizardStore((store) => store.wizard !== null);
  const refusal = useWizardStore((store) => store.refusal);
  const step = useViewStore((view) => view.step);
  const { connection } = useConnection();
  if (answered && step !== null) return <Shell step={step} />;
  return (
    <main style={{ padding: 24, maxWidth: 640 }} aria-busy={refusal === null}>
      {refusal === null ? (
        <p>{connection === 'fine' ? connectionWords.connecting : connectionWords[connection]}</p>
      ) : (
        <Notice tone="broken" urgent>
          {refusal}
        </Notice>
      )}
    </main>
  );
}
