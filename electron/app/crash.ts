import { app, dialog } from 'electron';
import { logError } from './log.ts';

/** An error that nobody caught is written down; the wizard goes on, because the main process holds a repair's state. */
export function catchCrashes(): void {
  process.on('uncaughtException', (error) => logError('uncaught exception', error));
  process.on('unhandledRejection', (error) => logError('unhandled rejection', error));
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logError('page', new Error(`${reason}, exit code ${exitCode}`));
    if (reason === 'launch-failed') giveUp();
    else contents.reload();
  });
}

function giveUp(): void {
  dialog.showErrorBox(
    'Package Server Doctor cannot show its window on this server',
    'Windows did not let the window start. Nothing was changed. The console program psdoctor does the same without a window: run "psdoctor diagnose".',
  );
  app.exit(1);
}
