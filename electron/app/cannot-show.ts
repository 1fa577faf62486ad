import { app, dialog } from 'electron';
import type { WizardArguments } from './arguments.ts';
import { logError, logNotice } from './log.ts';
import { compatibilitySwitch, compatibilityWords, whyNoWindow, withoutWindowWords } from './start-words.ts';

/**
 * Tells with a native dialog, which needs no page, why there is no window, and what does the same without one; offers
 * the compatibility start where it was not tried. Ends this process.
 */
export async function tellNoWindow(reason: string, exitCode: number, line: WizardArguments): Promise<void> {
  const logged = logError('no window', new Error(`${reason}, code ${exitCode}`));
  const tried = app.commandLine.hasSwitch(compatibilitySwitch);
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Package Server Doctor',
    message: 'Package Server Doctor cannot show its window on this server',
    detail: [
      whyNoWindow(reason, exitCode),
      withoutWindowWords(line),
      'What a repair has done stands in the journal of its case.',
      ...(tried ? [] : [compatibilityWords]),
    ].join('\n\n'),
    buttons: tried ? ['Close'] : ['Close', 'Compatibility start'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (response === 1) {
    await logNotice('compatibility start', 'asked for by a person: the sandbox of Chromium is left out');
    app.relaunch({ args: [...process.argv.slice(1), `--${compatibilitySwitch}`] });
  }
  // An entry that is still being written would be lost with the process.
  await logged;
  app.exit(1);
}
