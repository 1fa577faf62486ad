import { join } from 'node:path';
import { BrowserWindow, nativeTheme } from 'electron';
import { addZoomKeys } from './zoom-keys.ts';
import { wizardUrl } from './wizard-url.ts';

const background = () => (nativeTheme.shouldUseDarkColors ? '#1b1e23' : '#f4f5f7');

/** Opens the wizard's window; it shows when its first picture is ready, so that nothing flashes. */
export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1100,
    height: 760,
    minWidth: 640,
    minHeight: 480,
    title: 'Package Server Doctor',
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '..', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A progress that runs while another window is in front must not stand still.
      backgroundThrottling: false,
    },
  });
  const follow = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
  addZoomKeys(window.webContents);
  void window.loadURL(wizardUrl);
  return window;
}
