import { dialog, type BrowserWindow } from 'electron';
import type { Question } from '../session/repair-part.ts';
import { confirmationText } from './confirmation-text.ts';

/**
 * Asks with a dialog of the main process, which no page can answer. Enter and
 * Escape both mean no: a change to a server is never one careless key away.
 */
export async function confirmRepair(window: BrowserWindow, question: Question): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Package Server Doctor',
    message: 'Apply this change to the server?',
    detail: confirmationText(question),
    buttons: ['Cancel', 'Apply'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
