import { dialog, type BrowserWindow } from 'electron';

/**
 * Keeps the window while a repair runs: it is proven or taken back, and only
 * then does the window close. When Windows logs off or shuts down there is no
 * time for that: the running step ends, and the case offers the rest.
 */
export function holdCloseWhile(window: BrowserWindow, running: () => Promise<void> | null, stop: () => void): void {
  let asking = false;
  window.on('close', (event) => {
    const repair = running();
    if (repair === null) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void askToWait(window).then((closeLater) => {
      asking = false;
      if (closeLater) void repair.catch(() => undefined).then(() => window.close());
    });
  });
  window.on('session-end', stop);
}

async function askToWait(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Package Server Doctor',
    message: 'A repair is running and is not stopped in the middle',
    detail: 'It ends by being proven, or by being taken back. The journal of the case holds every step.',
    buttons: ['Keep the window open', 'Close it when the repair has ended'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}
