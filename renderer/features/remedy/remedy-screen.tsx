import Button from '@mui/material/Button';
import { Card } from '../../components/card.tsx';
import { Icon } from '../../components/icons.tsx';
import { Screen } from '../../components/screen.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { lookAgain } from '../../stores/check-again.ts';
import { adviceFirst, pathOf } from './path.ts';
import { PathStepCard } from './path-step-card.tsx';
import { stepPlace } from './step-place.ts';

/** The article's path, one card a step; the one that the wizard carries out holds its plan. */
export default function RemedyScreen() {
  const wizard = useWizard((state) => state);
  const path = pathOf(wizard);
  const advice = adviceFirst(wizard);
  const live = wizard.session.source === 'server';
  return (
    <Screen title={remedyWords.title} lead={live ? remedyWords.lead : remedyWords.leadNotLive}>
      {advice === null ? null : <Advice words={advice} live={live} />}
      <ol style={{ display: 'grid', gap: 10 }}>
        {path.map((step, index) => (
          <li key={step.repair} id={stepPlace(step.repair)}>
            <PathStepCard step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </Screen>
  );
}

/** Where no step helps before a person has acted: what to do, and how to go on then. */
function Advice({ words, live }: { words: string; live: boolean }) {
  return (
    <Card tone="broken" title={remedyWords.adviceFirst}>
      <p style={{ fontSize: '0.8438rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words}</p>
      {live ? (
        <>
          <p style={{ fontSize: '0.8438rem', margin: '6px 0 10px' }}>{remedyWords.adviceThen}</p>
          <Button variant="contained" onClick={lookAgain} startIcon={<Icon name="again" size={14} />}>
            {remedyWords.checkAgain}
          </Button>
        </>
      ) : null}
    </Card>
  );
}
