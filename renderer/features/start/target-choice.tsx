import Radio from '@mui/material/Radio';
import { styled } from '@mui/material/styles';
import { useId, type ReactNode } from 'react';
import type { Scenario } from '../../../shared/model/practice.ts';
import { startWords } from '../../text/start.ts';

const Group = styled('fieldset')({
  margin: 0,
  padding: '11px 14px',
  minWidth: 0,
  background: 'var(--card)',
  border: '1px solid var(--line)',
  borderRadius: 8,
  '& legend': { float: 'left', width: '100%', padding: 0, fontWeight: 600 },
  '& legend + *': { clear: 'both' },
  '& > p': { color: 'var(--soft)', fontSize: '0.8125rem', margin: '2px 0 6px' },
});

const Option = styled('label')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 4,
  padding: '3px 6px 3px 2px',
  borderRadius: 6,
  cursor: 'pointer',
  '&:has(:checked)': { background: 'var(--accentSoft)' },
  '&:has(:disabled)': { cursor: 'default', color: 'var(--soft)' },
  '& small': { display: 'block', color: 'var(--soft)', fontSize: '0.75rem' },
});

interface TargetOptionProps {
  value: string;
  chosen: string | null;
  choose: (target: string) => void;
  disabled?: boolean;
  title: ReactNode;
  help: string;
}

function TargetOption({ value, chosen, choose, disabled = false, title, help }: TargetOptionProps) {
  const id = useId();
  return (
    <Option>
      <Radio
        name="target"
        value={value}
        checked={chosen === value}
        disabled={disabled}
        onChange={() => choose(value)}
        slotProps={{ input: { 'aria-describedby': id } }}
      />
      <span style={{ paddingTop: 5 }}>
        {title}
        <small id={id}>{help}</small>
      </span>
    </Option>
  );
}

interface TargetChoiceProps {
  ownTarget: string | null;
  scenarios: Scenario[] | null;
  chosen: string | null;
  choose: (target: string) => void;
}

/** This server, or one of the practice scenarios: one choice over both groups. */
export function TargetChoice({ ownTarget, scenarios, chosen, choose }: TargetChoiceProps) {
  return (
    <>
      <Group>
        <legend>{startWords.thisServer}</legend>
        <TargetOption
          value={ownTarget ?? 'windows'}
          chosen={chosen}
          choose={choose}
          disabled={ownTarget === null}
          title={startWords.diagnoseThis}
          help={ownTarget === null ? startWords.notWindows : startWords.thisServerHelp}
        />
      </Group>
      <Group>
        <legend>{startWords.practice}</legend>
        <p>{startWords.practiceHelp}</p>
        {scenarios === null ? <p>{startWords.loading}</p> : null}
        {(scenarios ?? []).map(({ id, title, language, build }) => (
          <TargetOption
            key={id}
            value={`practice:${id}`}
            chosen={chosen}
            choose={choose}
            title={title}
            help={startWords.language(language, build)}
          />
        ))}
      </Group>
    </>
  );
}
