import { styled } from '@mui/material/styles';
import { lazy, Suspense, useEffect } from 'react';
import { StartScreen } from '../features/start/start-screen.tsx';
import { useWizard } from '../stores/wizard-store.ts';
import type { Place } from '../wizard/flow.ts';
import { Announcer } from './announcer.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { Rail } from './rail.tsx';
import { RefusalNotice } from './refusal-notice.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusRule } from './focus-rule.ts';
import { usePaneKeys } from './pane-keys.ts';

/** Only the first screen is needed to begin; the others are fetched while a person reads it. */
const later = {
  diagnose: () => import('../features/diagnose/diagnose-screen.tsx'),
  remedy: () => import('../features/remedy/remedy-screen.tsx'),
  prove: () => import('../features/prove/prove-screen.tsx'),
  report: () => import('../features/report/report-screen.tsx'),
  fleet: () => import('../features/fleet/fleet-screen.tsx'),
  evidence: () => import('../features/evidence/evidence-panel.tsx'),
};
/** Nobody has read the first screen sooner, and it is drawn undisturbed. */
const readingMs = 1000;
const DiagnoseScreen = lazy(later.diagnose);
const RemedyScreen = lazy(later.remedy);
const ProveScreen = lazy(later.prove);
const ReportScreen = lazy(later.report);
const FleetScreen = lazy(later.fleet);
const EvidencePanel = lazy(later.evidence);

const Frame = styled('div')({
  height: '100%',
  display: 'grid',
  gridTemplate: '"bar bar bar" auto "rail main drawer" minmax(0, 1fr) / auto minmax(0, 1fr) auto',
  '@media print': { display: 'block', height: 'auto', '& > nav, & > aside': { display: 'none' } },
});

const Main = styled('main')({
  gridArea: 'main',
  overflow: 'auto',
  // What is shown does not move sideways when the bar comes.
  scrollbarGutter: 'stable',
  position: 'relative',
  '@media print': { overflow: 'visible' },
});

/** Rail, work and evidence under one bar: the frame of every step. */
export function Shell({ step }: { step: Place }) {
  const hasEvidence = useWizard(({ diagnosis }) => diagnosis.result !== null);
  usePaneKeys();
  useFocusRule();
  useEffect(() => {
    const wait = setTimeout(() => {
      requestIdleCallback(() => void Promise.all(Object.values(later).map((load) => load())));
    }, readingMs);
    return () => clearTimeout(wait);
  }, []);
  return (
    <Frame>
      <TopBar />
      <Rail current={step} />
      <Main id="work" tabIndex={-1} key={step}>
        <RefusalNotice step={step} />
        <ConnectionNotice />
        <ScreenBoundary>
          <Suspense fallback={null}>
            {step === 'start' ? <StartScreen /> : null}
            {step === 'diagnose' ? <DiagnoseScreen /> : null}
            {step === 'remedy' ? <RemedyScreen /> : null}
            {step === 'prove' ? <ProveScreen /> : null}
            {step === 'report' ? <ReportScreen /> : null}
            {step === 'fleet' ? <FleetScreen /> : null}
          </Suspense>
        </ScreenBoundary>
      </Main>
      <Suspense fallback={null}>
        {hasEvidence && step !== 'start' && step !== 'fleet' ? <EvidencePanel column={step === 'diagnose'} /> : null}
      </Suspense>
      <Announcer />
    </Frame>
  );
}
