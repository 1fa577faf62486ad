import Checkbox from '@mui/material/Checkbox';
import { remedyWords } from '../../text/remedy.ts';

interface TakeOverProps {
  taken: boolean;
  choose: (taken: boolean) => void;
  disabled: boolean;
}

/** A record that another product wrote is written over only when a person says so. */
export function TakeOver({ taken, choose, disabled }: TakeOverProps) {
  return (
    <label style={{ display: 'flex', alignItems: 'center', gap: 4, fontSize: '0.8438rem' }}>
      <Checkbox checked={taken} disabled={disabled} onChange={(event) => choose(event.target.checked)} />
      {remedyWords.takeOver}
    </label>
  );
}
