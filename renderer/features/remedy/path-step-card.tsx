import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { RepairProgress } from '../../../shared/model/wizard-state.ts';
import { Card } from '../../components/card.tsx';
import { Fold } from '../../components/fold.tsx';
import { Icon } from '../../components/icons.tsx';
import { useWizard } from '../../stores/wizard-store.ts';
import { pathStateWords, reasonOf, remedyWords, repairTitles, stateHelp } from '../../text/remedy.ts';
import { ConsoleChecklist } from './console-checklist.tsx';
import { pathLooks } from './path-looks.ts';
import { causeOf, type PathStep } from './path.ts';
import { RepairWork } from './repair-work.tsx';

const State = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  fontSize: '0.8125rem',
  fontWeight: 600,
});

const Folded = styled('section')({
  background: 'var(--card)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  padding: '4px 14px',
  '& h2': { flex: 1, minWidth: 0 },
  '& .inside': { padding: '0 0 10px 24px' },
});

/** Needed now, or something has come of it that has to be seen. */
const isOpen = ({ state }: PathStep, active: boolean): boolean => active || state === 'needed' || state === 'pending';

/** What the main process works at, or has just finished, is this step. */
const isActive = ({ repair, state, error }: RepairProgress, step: PathStep): boolean =>
  repair === step.repair && (state !== 'idle' || error !== null);

/** One step of the path: its state, why it is there, and the way to do it. What is not called for now is folded. */
export function PathStepCard({ step, number }: { step: PathStep; number: number }) {
  const { repair, state, after } = step;
  const active = useWizard((wizard) => isActive(wizard.repair, step));
  const why = useWizard(({ diagnosis }) => reasonOf(repair, causeOf(repair, diagnosis)));
  const [unfolded, setUnfolded] = useState(false);
  const title = remedyWords.step(number, repairTitles[repair]);
  const work = (
    <>
      <p style={{ fontSize: '0.8438rem' }}>{why}</p>
      {repair === 'force-overwrite' ? <ConsoleChecklist /> : null}
      <RepairWork repair={repair} state={state} help={stateHelp(state, after)} />
    </>
  );
  if (isOpen(step, active)) {
    return (
      <Card tone={pathLooks[state].tone} title={title} action={<StateWords step={step} />}>
        {work}
      </Card>
    );
  }
  return (
    <Folded>
      <Fold
        open={unfolded}
        toggle={setUnfolded}
        summary={
          <>
            <h2>{title}</h2>
            <StateWords step={step} />
          </>
        }
      >
        <div className="inside">{work}</div>
      </Fold>
    </Folded>
  );
}

function StateWords({ step: { state, after } }: { step: PathStep }) {
  const { icon, ink } = pathLooks[state];
  return (
    <State style={{ color: ink }} title={stateHelp(state, after) ?? undefined}>
      <Icon name={icon} size={14} />
      {pathStateWords[state]}
    </State>
  );
}
