import { SaidOnly } from '../components/said-only.tsx';
import { useWizard } from '../stores/wizard-store.ts';
import { announcement } from '../text/announcement.ts';

/** Says aloud what changes on its own: how far the questions are, the verdict, and each step of a repair. */
export function Announcer() {
  const words = useWizard(announcement);
  return (
    <SaidOnly role="status" aria-live="polite">
      {words}
    </SaidOnly>
  );
}
