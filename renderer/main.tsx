import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Look } from './app/look.tsx';
import { watchConnection } from './stores/connection-store.ts';
import { fetchScenarios } from './stores/scenarios.ts';
import { settleStep } from './stores/view-store.ts';
import { followMainProcess, useWizardStore } from './stores/wizard-store.ts';

/** After it the page says that it waits. */
const patienceMs = 300;

useWizardStore.subscribe(settleStep);
const answers = Promise.all([followMainProcess(), fetchScenarios()]);
watchConnection();

// Drawn at once, the page would be drawn twice, and each answer would wait until it is.
await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
createRoot(document.getElementById('root')!).render(
  <Look>
    <App />
  </Look>,
);
