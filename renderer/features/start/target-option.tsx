import { styled } from '@mui/material/styles';
import { memo, useId, type ReactNode } from 'react';
import { Radio } from '../../components/radio.tsx';

export const Group = styled('fieldset')({
  margin: 0,
  padding: '14px 16px',
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
  checked: boolean;
  choose: (target: string) => void;
  disabled?: boolean;
  title: ReactNode;
  help: string;
}

/** One server that can be chosen; all of a page are one choice. */
export const TargetOption = memo(function TargetOption({
  value,
  checked,
  choose,
  disabled = false,
  title,
  help,
}: TargetOptionProps) {
  const id = useId();
  return (
    <Option>
      <Radio
        type="radio"
        name="target"
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={() => choose(value)}
        aria-describedby={id}
      />
      <span style={{ paddingTop: 5, overflowWrap: 'anywhere' }}>
        {title}
        <small id={id}>{help}</small>
      </span>
    </Option>
  );
});
