import { app, Menu } from 'electron';
import { createHandlers } from '../ipc/handlers.ts';
import { openRouter } from '../ipc/router.ts';
import { createEngines } from '../session/engines.ts';
import { initialState } from '../session/initial-state.ts';
import { createWizardSession } from '../session/session.ts';
import { serveWizard } from '../window/app-protocol.ts';
import { holdCloseWhile } from '../window/hold-close.ts';
import { lockDownSession } from '../window/lock-down.ts';
import { openMainWindow } from '../window/main-window.ts';
import type { WizardArguments } from './arguments.ts';
import { followApart } from './fleet-apart.ts';
import { logError } from './log.ts';
import { startWarnings } from './start-warnings.ts';
import { comeToFrontAgain, type Place } from './single-instance.ts';

/** Where paper is Letter; A4 everywhere else. */
const letterCountries = ['US', 'CA', 'MX'];

/** From ready to the end: the window first, and what it needs while it loads. */
export async function runWizard(line: WizardArguments, place: Place): Promise<void> {
  await app.whenReady();
  Menu.setApplicationMenu(null);
  lockDownSession();
  let preview: string | null = null;
  serveWizard(() => preview);
  const window = openMainWindow();
  // While the page loads, this process has nothing to do: what the first screen asks for is ready by then.
  void Promise.all([import('../../shared/ipc/contract.ts'), import('../host/practice/scenarios/catalogue.ts')]);

  const windows = process.platform === 'win32';
  const session = createWizardSession({
    engines: createEngines({
      data: place.data,
      practiceDir: line.practice,
      logError,
      followFleet: followApart,
      pdf: {
        printPdf: async (...page) => (await import('../window/print-pdf.ts')).printPdf(...page),
        paper: letterCountries.includes(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
      },
    }),
    initial: initialState(windows ? 'windows' : 'other', windows ? place.elevated : null),
    changed(slice, value) {
      if (!window.isDestroyed()) window.webContents.send(slice, value);
    },
    logError,
  });
  openRouter(
    () => (window.isDestroyed() ? null : window.webContents),
    createHandlers(
      session,
      () => window,
      (html) => (preview = html),
    ),
  );
  holdCloseWhile(
    window,
    () => session.runningRepair(),
    () => session.stopRepair(),
  );
  comeToFrontAgain(window);
  app.on('window-all-closed', () => void session.dispose().finally(() => app.quit()));

  window.once('ready-to-show', () => {
    startWarnings().then(
      (warnings) => session.warnOfStart(warnings),
      (error: unknown) => logError('start', error),
    );
    session.lookBack().catch((error: unknown) => logError('unfinished repairs', error));
    if (line.target === null) return;
    session.startDiagnosis(line.target, false).catch((error: unknown) => logError('target', error));
  });
}
