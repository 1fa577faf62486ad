import { Screen } from '../../components/screen.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { pathOf } from './path.ts';
import { PathStepCard } from './path-step-card.tsx';

/** The article's path, one card a step; the one that the wizard carries out holds its plan. */
export default function RemedyScreen() {
  const wizard = useWizard((state) => state);
  const path = pathOf(wizard);
  return (
    <Screen title={remedyWords.title} lead={remedyWords.lead}>
      <ol style={{ display: 'grid', gap: 10 }}>
        {path.map((step, index) => (
          <li key={step.repair}>
            <PathStepCard step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </Screen>
  );
}
