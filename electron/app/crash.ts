import { app } from 'electron';
import type { WizardArguments } from './arguments.ts';
import { tellNoWindow } from './cannot-show.ts';
import { logError } from './log.ts';

/** A page that dies more often than this will die again. */
const mostDeaths = 3;

/** An error that nobody caught is written down; the wizard goes on, because the main process holds a repair's state. */
export function catchCrashes(line: WizardArguments): void {
  process.on('uncaughtException', (error) => logError('uncaught exception', error));
  process.on('unhandledRejection', (error) => logError('unhandled rejection', error));
  let deaths = 0;
  let telling = false;
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logError('page', new Error(`${reason}, exit code ${exitCode}`));
    deaths += 1;
    if (reason !== 'launch-failed' && deaths <= mostDeaths) return contents.reload();
    if (telling) return;
    telling = true;
    void tellNoWindow(reason, exitCode, line);
  });
  // Drawing and network have processes of their own; Chromium starts them again, and gives up by itself.
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') logError(`${type} process`, new Error(`${reason}, exit code ${exitCode}`));
  });
}
