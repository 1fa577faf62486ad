import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import type { Scenario } from '../../../shared/model/practice.ts';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';
import { ElevationNotice } from './elevation-notice.tsx';
import { TargetChoice } from './target-choice.tsx';

/** In sight at any height of the window. */
const Actions = styled('div')({
  position: 'sticky',
  bottom: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '6px 16px',
  padding: '10px 0',
  background: 'var(--ground)',
  '& small': { color: 'var(--soft)', fontSize: '0.75rem' },
});

/** Which server to look at. An unfinished repair comes before all else. */
export function StartScreen() {
  const { ownTarget, unfinished, elevated } = useWizard(({ session }) => session);
  const failure = useWizard(({ session, diagnosis }) => (session.target === null ? diagnosis.error : null));
  const [scenarios, setScenarios] = useState<Scenario[] | null>(null);
  const [chosen, setChosen] = useState<string | null>(ownTarget);
  const [opening, setOpening] = useState(false);

  useEffect(() => {
    void request(async () => {
      const found = await ask('scenarios.list', undefined);
      setScenarios(found);
      setChosen((before) => before ?? (found[0] ? `practice:${found[0].id}` : null));
    });
  }, []);

  async function begin(target: string) {
    setOpening(true);
    await request(() => ask('diagnosis.start', { target, again: false }));
    setOpening(false);
  }

  return (
    <Screen title={startWords.title} lead={startWords.lead}>
      {unfinished === null ? null : (
        <Notice tone="warn" urgent>
          <strong>{startWords.unfinished(unfinished.case)}</strong> {unfinished.words}{' '}
          {startWords.unfinishedHelp(unfinished.case)}
        </Notice>
      )}
      {failure === null ? null : <Notice tone="broken">{failure}</Notice>}
      {elevated === false && ownTarget !== null ? <ElevationNotice /> : null}
      <form
        style={{ display: 'grid', gap: 14, maxWidth: 760 }}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null) void begin(chosen);
        }}
      >
        <TargetChoice ownTarget={ownTarget} scenarios={scenarios} chosen={chosen} choose={setChosen} />
        <Actions>
          <Button
            type="submit"
            variant="contained"
            size="medium"
            disabled={chosen === null || opening}
            endIcon={<Icon name="next" size={14} />}
          >
            {startWords.begin}
          </Button>
          <small>{startWords.later}</small>
        </Actions>
      </form>
    </Screen>
  );
}
