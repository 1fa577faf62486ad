import { app, dialog } from 'electron';
import { logError } from './log.ts';

/** A page that dies more often than this will die again. */
const mostDeaths = 3;

/** An error that nobody caught is written down; the wizard goes on, because the main process holds a repair's state. */
export function catchCrashes(): void {
  process.on('uncaughtException', (error) => logError('uncaught exception', error));
  process.on('unhandledRejection', (error) => logError('unhandled rejection', error));
  let deaths = 0;
  app.on('render-process-gone', (_event, contents, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    logError('page', new Error(`${reason}, exit code ${exitCode}`));
    deaths += 1;
    if (reason === 'launch-failed' || deaths > mostDeaths) giveUp();
    else contents.reload();
  });
}

function giveUp(): void {
  dialog.showErrorBox(
    'Package Server Doctor cannot show its window on this server',
    'Its page could not be started or kept running. What a repair has done stands in the journal of its case. The console program psdoctor does the same without a window: run "psdoctor diagnose".',
  );
  app.exit(1);
}
