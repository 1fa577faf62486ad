import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { Look } from './app/look.tsx';
import { watchConnection } from './stores/connection-store.ts';
import { followMainProcess } from './stores/wizard-store.ts';

void followMainProcess();
watchConnection();

createRoot(document.getElementById('root')!).render(
  <Look>
    <App />
  </Look>,
);
