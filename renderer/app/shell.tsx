import { styled } from '@mui/material/styles';
import { lazy, Suspense } from 'react';
import { EvidencePanel } from '../features/evidence/evidence-panel.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { useWizard } from '../stores/wizard-store.ts';
import type { Step } from '../wizard/flow.ts';
import { Announcer } from './announcer.tsx';
import { Rail } from './rail.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { TopBar } from './top-bar.tsx';
import { usePaneKeys } from './pane-keys.ts';

const DiagnoseScreen = lazy(() => import('../features/diagnose/diagnose-screen.tsx'));
const RemedyScreen = lazy(() => import('../features/remedy/remedy-screen.tsx'));
const ProveScreen = lazy(() => import('../features/prove/prove-screen.tsx'));

const Frame = styled('div')({
  height: '100%',
  display: 'grid',
  gridTemplate: '"bar bar bar" auto "rail main drawer" minmax(0, 1fr) / auto minmax(0, 1fr) auto',
});

const Main = styled('main')({ gridArea: 'main', overflow: 'auto', position: 'relative' });

/** Rail, work and evidence under one bar: the frame of every step. */
export function Shell({ step }: { step: Step }) {
  const hasEvidence = useWizard(({ diagnosis }) => diagnosis.result !== null);
  usePaneKeys();
  return (
    <Frame>
      <TopBar />
      <Rail current={step} />
      <Main id="work" tabIndex={-1} key={step}>
        <RefusalNotice />
        <Suspense fallback={null}>
          {step === 'start' ? <StartScreen /> : null}
          {step === 'diagnose' ? <DiagnoseScreen /> : null}
          {step === 'remedy' ? <RemedyScreen /> : null}
          {step === 'prove' ? <ProveScreen /> : null}
        </Suspense>
      </Main>
      {hasEvidence && step !== 'start' ? <EvidencePanel column={step === 'diagnose'} /> : null}
      <Announcer />
    </Frame>
  );
}
