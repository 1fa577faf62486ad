import type { BrowserWindow } from 'electron';
import { restartElevated } from '../app/elevation.ts';
import type { WizardSession } from '../session/session.ts';
import { confirmRepair } from '../window/confirm-repair.ts';
import type { Handlers } from './router.ts';

/** What each channel does: a line to the session, which holds the truth. */
export function createHandlers(session: WizardSession, window: () => BrowserWindow): Handlers {
  return {
    'state.get': () => session.state(),
    'scenarios.list': async () => {
      const { listScenarios } = await import('../host/practice/scenarios/catalogue.ts');
      return listScenarios();
    },
    'diagnosis.start': async ({ target, again }) => {
      await session.startDiagnosis(target, again);
      return null;
    },
    'diagnosis.cancel': ({ fact }) => {
      session.cancelDiagnosis(fact);
      return null;
    },
    'evidence.get': ({ name }) => session.evidence(name),
    'evidence.bytes': ({ name }) => session.evidenceBytes(name),
    'repair.plan': (request) => session.plan(request),
    'repair.apply': async ({ token }) => {
      await session.apply(token, (offer) => confirmRepair(window(), offer));
      return null;
    },
    'repair.forget': () => {
      session.forgetRepair();
      return null;
    },
    'app.restartElevated': () => restartElevated(),
  };
}
