import { dialog, type BrowserWindow } from 'electron';
import type { Question } from '../session/repair-part.ts';
import { confirmationText } from './confirmation-text.ts';

const asks: Record<Question['way'], { message: string; yes: string }> = {
  apply: { message: 'Apply this change to the server?', yes: 'Apply' },
  resume: { message: 'Go on with this repair?', yes: 'Go on' },
  undo: { message: 'Take back what was changed?', yes: 'Take back' },
};

/**
 * Asks with a dialog of the main process, which no page can answer. Enter and
 * Escape both mean no: a change to a server is never one careless key away.
 */
export async function confirmRepair(window: BrowserWindow, question: Question): Promise<boolean> {
  const { message, yes } = asks[question.way];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Package Server Doctor',
    message,
    detail: confirmationText(question),
    buttons: ['Cancel', yes],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
