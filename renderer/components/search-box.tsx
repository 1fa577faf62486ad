import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { Icon } from './icons.tsx';

interface SearchBoxProps {
  label: string;
  hint: string;
  value: string;
  change: (value: string) => void;
}

/** A field that narrows a list while one types. */
export function SearchBox({ label, hint, value, change }: SearchBoxProps) {
  return (
    <OutlinedInput
      size="small"
      value={value}
      onChange={(event) => change(event.target.value)}
      onKeyDown={(event) => {
        // Enter would send the form that the list stands in.
        if (event.key === 'Enter') event.preventDefault();
      }}
      placeholder={hint}
      inputProps={{ 'aria-label': label, type: 'search' }}
      startAdornment={
        <InputAdornment position="start" sx={{ mr: 0, color: 'var(--soft)' }}>
          <Icon name="search" size={14} />
        </InputAdornment>
      }
      sx={{ width: 190, ml: 'auto' }}
    />
  );
}
