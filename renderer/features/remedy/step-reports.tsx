import { styled } from '@mui/material/styles';
import type { StepReport } from '../../../shared/model/repair.ts';
import { Icon, type IconName } from '../../components/icons.tsx';
import { clockTime, duration } from '../../text/format.ts';
import { remedyWords, stepOutcomeWords } from '../../text/remedy.ts';
import { toldParts } from '../../../shared/report/told-parts.ts';
import { toldStep } from './told-step.ts';

const looks: Record<StepReport['outcome'], { icon: IconName; ink: string }> = {
  done: { icon: 'sound', ink: 'var(--sound)' },
  failed: { icon: 'broken', ink: 'var(--broken)' },
  undone: { icon: 'again', ink: 'var(--warn)' },
  skipped: { icon: 'waiting', ink: 'var(--soft)' },
};

const List = styled('ol')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr) auto auto',
  columnGap: 10,
  fontSize: '0.8125rem',
  '& li': {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    padding: '5px 0',
    borderTop: '1px solid var(--line)',
    alignItems: 'start',
  },
  '& .when': { color: 'var(--soft)', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  '& .detail': { gridColumn: '2 / -1', color: 'var(--soft)', overflowWrap: 'anywhere' },
});

interface StepReportsProps {
  steps: readonly StepReport[];
  /** The repair waits: what was passed over is still to come. */
  waits?: boolean;
  /** What is told above of the whole: a step that says the same does not say it again. */
  told?: string;
}

/** What was done, with when and how it ended. */
export function StepReports({ steps, waits = false, told }: StepReportsProps) {
  return (
    <List>
      {steps.map(({ words, startedAt, endedAt, outcome, detail }, index) => {
        const { icon, ink } = looks[outcome];
        const shown = toldStep(words);
        // What a person has to do in the console is said above.
        const said = detail === told || (waits && shown !== words) ? undefined : detail;
        return (
          <li key={`${index}-${words}`}>
            <span style={{ color: ink, marginTop: 2 }}>
              <Icon name={icon} />
            </span>
            <span style={{ overflowWrap: 'anywhere' }}>{shown}</span>
            <span style={{ color: ink }}>
              {waits && outcome === 'skipped' ? remedyWords.waits : stepOutcomeWords[outcome]}
            </span>
            <span className="when">
              {clockTime(startedAt)} · {duration(Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)))}
            </span>
            {said === undefined ? null : (
              <div className="detail">
                {toldParts(said).map((part) => (
                  <p key={part}>{part}</p>
                ))}
              </div>
            )}
          </li>
        );
      })}
    </List>
  );
}
