import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Look } from './app/look.tsx';
import { watchConnection } from './stores/connection-store.ts';
import { fetchScenarios } from './stores/scenarios.ts';
import { settleStep } from './stores/view-store.ts';
import { followMainProcess, useWizardStore } from './stores/wizard-store.ts';

useWizardStore.subscribe(settleStep);
void followMainProcess();
void fetchScenarios();
watchConnection();

createRoot(document.getElementById('root')!).render(
  <Look>
    <App />
  </Look>,
);
