import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { lazy, Suspense, useEffect } from 'react';
import { Card } from '../../components/card.tsx';
import { Icon } from '../../components/icons.tsx';
import { Notice } from '../../components/notice.tsx';
import { Screen } from '../../components/screen.tsx';
import { ask } from '../../stores/bridge.ts';
import { fetchScenarios, useScenarios } from '../../stores/scenarios.ts';
import { pickServer, useViewStore } from '../../stores/view-store.ts';
import { request, useWizard } from '../../stores/wizard-store.ts';
import { startWords } from '../../text/start.ts';
import { ElevationNotice } from './elevation-notice.tsx';
import { RebootNotice } from './reboot-notice.tsx';
import { TargetChoice } from './target-choice.tsx';
import { UnfinishedNotice } from './unfinished-notice.tsx';

/** A diagnosis can begin without it. */
const Beside = lazy(() => import('./beside.tsx'));

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
  borderTop: '1px solid var(--line)',
  gridColumn: '1 / -1',
});

/** Where there is room, what was sent or kept stands beside the servers. */
const Form = styled('form')({
  display: 'grid',
  gap: 14,
  alignItems: 'start',
  '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1.45fr) minmax(0, 1fr)' },
});

const Side = styled('div')({ display: 'grid', gap: 14, minWidth: 0 });

/** Which server to look at. An unfinished repair comes before all else. */
export function StartScreen() {
  const { target, source, ownTarget, unfinished, rebootCheck, elevated, startWarnings } = useWizard(
    ({ session }) => session,
  );
  const failure = useWizard(({ session, diagnosis }) => (session.target === null ? diagnosis.error : null));
  const scenarios = useScenarios((store) => store.scenarios);
  const picked = useViewStore((view) => view.picked);
  const practice = scenarios?.map(({ id }) => `practice:${id}`) ?? [];
  // Whoever comes back finds the server that was diagnosed, not the first of the list.
  const open = source === 'server' && target !== null && [ownTarget, ...practice].includes(target) ? target : null;
  const chosen = picked ?? open ?? ownTarget ?? practice[0] ?? null;

  useEffect(() => void fetchScenarios(), []);

  async function begin(wanted: string) {
    await request(() => ask('diagnosis.start', { target: wanted, again: false }));
  }

  return (
    <Screen title={startWords.title} lead={startWords.lead}>
      {unfinished === null ? null : <UnfinishedNotice unfinished={unfinished} />}
      {unfinished === null && rebootCheck !== null ? <RebootNotice caseId={rebootCheck} /> : null}
      {failure === null ? null : <Notice tone="broken">{failure}</Notice>}
      {startWarnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      {elevated === false && ownTarget !== null ? <ElevationNotice /> : null}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen !== null) void begin(chosen);
        }}
      >
        <Side>
          <TargetChoice ownTarget={ownTarget} scenarios={scenarios} chosen={chosen} choose={pickServer} />
        </Side>
        <Side>
          <Suspense fallback={<Card title={startWords.open} />}>
            <Beside />
          </Suspense>
        </Side>
        <Actions>
          <Button
            type="submit"
            variant="contained"
            size="medium"
            disabled={chosen === null}
            endIcon={<Icon name="next" size={14} />}
          >
            {startWords.begin}
          </Button>
        </Actions>
      </Form>
    </Screen>
  );
}
