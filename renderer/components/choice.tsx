import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';

const Group = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' });

const Option = styled(ButtonBase)({
  padding: '4px 9px',
  minHeight: 28,
  borderRadius: 5,
  border: '1px solid transparent',
  fontSize: '0.8125rem',
  color: 'var(--soft)',
  textAlign: 'left',
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-pressed="true"]': { background: 'var(--accentSoft)', color: 'var(--accent)', fontWeight: 600 },
  '@media (forced-colors: active)': { '&[aria-pressed="true"]': { borderColor: 'Highlight' } },
});

interface ChoiceProps<T> {
  label: string;
  value: T;
  options: [T, string][];
  choose: (value: T) => void;
}

/** One of a few short words, all in sight. */
export function Choice<T extends string | null>({ label, value, options, choose }: ChoiceProps<T>) {
  return (
    <Group role="group" aria-label={label}>
      {options.map(([each, words]) => (
        <Option key={words} aria-pressed={each === value} onClick={() => choose(each)}>
          {words}
        </Option>
      ))}
    </Group>
  );
}
