import { styled } from '@mui/material/styles';
import { Card } from '../../components/card.tsx';
import { FactsList } from '../../components/facts-list.tsx';
import { Icon } from '../../components/icons.tsx';
import { byHand, pathStateWords, remedyWords, repairTitles } from '../../text/remedy.ts';
import { pathLooks } from './path-looks.ts';
import type { PathState, PathStep } from './path.ts';
import { RepairWork } from './repair-work.tsx';

const State = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  fontSize: '0.8125rem',
  fontWeight: 600,
  whiteSpace: 'nowrap',
});

const Folded = styled('details')({
  background: 'var(--card)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  '& summary': {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    padding: '9px 16px',
    borderRadius: 8,
    cursor: 'pointer',
    listStyle: 'none',
    fontWeight: 600,
  },
  '& summary > svg': { color: 'var(--soft)' },
  '&[open] summary > svg': { transform: 'rotate(90deg)' },
  '& > div': { padding: '0 16px 12px 38px' },
});

/** One step of the path: its state, why it is there, and the way to do it. What is not called for now is folded. */
export function PathStepCard({ step: { repair, state, operable }, number }: { step: PathStep; number: number }) {
  const { why, how } = byHand[repair];
  const title = `${number}. ${repairTitles[repair]}`;
  if (operable) {
    return (
      <Card tone={pathLooks[state].tone} title={title} action={<StateWords state={state} />}>
        <p style={{ fontSize: '0.8438rem' }}>{why}</p>
        <RepairWork repair={repair} needed={state === 'needed'} />
      </Card>
    );
  }
  return (
    <Folded>
      <summary>
        <Icon name="open" size={14} />
        <span style={{ flex: 1 }}>{title}</span>
        <StateWords state={state} />
      </summary>
      <div>
        <FactsList
          items={[
            [remedyWords.why, why],
            [remedyWords.byHand, how],
          ]}
        />
      </div>
    </Folded>
  );
}

function StateWords({ state }: { state: PathState }) {
  const { icon, ink } = pathLooks[state];
  return (
    <State style={{ color: ink }}>
      <Icon name={icon} size={14} />
      {pathStateWords[state]}
    </State>
  );
}
