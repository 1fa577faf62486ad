import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { RepairId } from '../../../shared/model/repair-id.ts';
import { useWizard } from '../../stores/wizard-store.ts';
import { remedyWords } from '../../text/remedy.ts';
import { OwnWork } from './own-work.tsx';
import type { PathState } from './path.ts';
import { TakeBack } from './take-back.tsx';
import { noWish, planRepair, type Wish } from './plan-repair.ts';

const Box = styled('div')({ marginTop: 12, display: 'grid', gap: 12, minWidth: 0, '& > *': { minWidth: 0 } });
const Row = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginBottom: 12 });
const Quiet = styled('p')({ color: 'var(--soft)', fontSize: '0.8125rem', marginBottom: 8 });

interface RepairWorkProps {
  repair: RepairId;
  /** Needed is the next step of the path: it is planned without being asked for. */
  state: PathState;
  /** What its state means, where that has to be said. */
  help: string | null;
}

/** From no plan to a proven repair: what is shown follows the main process's state alone. */
export function RepairWork({ repair, state: stands, help }: RepairWorkProps) {
  const called = stands === 'needed';
  const progress = useWizard((wizard) => wizard.repair);
  const live = useWizard(({ session }) => session.source === 'server');
  const [wish, setWish] = useState(noWish);
  // Whose plan was asked for: where nothing came of it, the button is there to ask again.
  const [answered, setAnswered] = useState<RepairId | null>(null);
  const { state, error } = progress;
  const busy = state === 'confirming' || state === 'running' || state === 'planning';
  const plan = (change: Partial<Wish>) => {
    const next = { ...wish, ...change };
    setWish(next);
    void planRepair(repair, next);
  };

  const nothing = state === 'idle' && error === null;
  const plansItself = called && live && nothing;
  useEffect(() => {
    if (plansItself) void planRepair(repair, noWish).then(() => setAnswered(repair));
  }, [plansItself, repair]);

  if (!live) return help === null ? null : <Quiet style={{ marginTop: 8 }}>{help}</Quiet>;
  const idle = progress.repair !== repair || nothing;
  return (
    <Box>
      {plansItself && answered !== repair ? (
        <p style={{ color: 'var(--soft)' }}>{remedyWords.planning}</p>
      ) : idle ? (
        <div>
          {help === null ? null : <Quiet>{help}</Quiet>}
          {stands === 'done' ? (
            <Row>
              <TakeBack repair={repair} />
            </Row>
          ) : null}
          {called || stands === 'done' ? null : <Quiet>{remedyWords.notCalled}</Quiet>}
          <Button variant="outlined" disabled={busy} onClick={() => plan({})}>
            {called ? remedyWords.plan : remedyWords.planAnyway}
          </Button>
        </div>
      ) : (
        <OwnWork wish={wish} plan={plan} />
      )}
    </Box>
  );
}
