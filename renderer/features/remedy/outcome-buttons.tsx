import Button from '@mui/material/Button';
import type { RepairReport } from '../../../shared/model/repair.ts';
import { Icon } from '../../components/icons.tsx';
import { lookAgain } from '../../stores/check-again.ts';
import { showStep } from '../../stores/view-store.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords, repairTitles } from '../../text/remedy.ts';
import { goOnWith } from './go-on.ts';
import { neededStep } from './path.ts';
import { TakeBack } from './take-back.tsx';

interface OutcomeButtonsProps {
  report: RepairReport;
  again: () => void;
  /** The repair has not come to its end: its own buttons are the way on. */
  waits: boolean;
}

/** Where to go from what came of a repair; the way that the path goes on stands first. */
export function OutcomeButtons({ report: { repair, outcome, after }, again, waits }: OutcomeButtonsProps) {
  const needed = useWizard(neededStep);
  const settled = outcome === 'fixed' || outcome === 'notNeeded';
  const declined = outcome === 'declined';
  const next = !waits && needed !== repair ? needed : null;
  const open = !settled && !waits;
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' }}>
      {next === null ? null : (
        <Button variant="contained" onClick={() => goOnWith(next)} endIcon={<Icon name="next" size={14} />}>
          {remedyWords.goOnWith(repairTitles[next])}
        </Button>
      )}
      {after === null ? null : (
        <Button
          variant={settled && next === null ? 'contained' : 'outlined'}
          onClick={() => showStep('prove')}
          endIcon={<Icon name="next" size={14} />}
        >
          {remedyWords.toProof}
        </Button>
      )}
      {open && !declined ? (
        <Button
          variant={next === null && after === null ? 'contained' : 'outlined'}
          onClick={lookAgain}
          startIcon={<Icon name="again" size={14} />}
        >
          {remedyWords.checkAgain}
        </Button>
      ) : null}
      {/* Where the path goes on with another step, this one is not the thing to try again. */}
      {open && (declined || next === null) ? (
        <Button variant={declined && next === null ? 'contained' : 'outlined'} onClick={again}>
          {remedyWords.planAgain}
        </Button>
      ) : null}
      {settled && !waits ? <TakeBack repair={repair} /> : null}
    </div>
  );
}
