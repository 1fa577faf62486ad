import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { dataFolder } from './paths.ts';

export interface Place {
  elevated: boolean;
  /** Where cases lie. */
  data: string;
  /** Where Chromium keeps its profile, and with it the lock of the only instance. */
  profile: string;
}

/**
 * The place of this process: who it is, and where its files lie. Chromium's lock
 * lies in the profile folder, so that folder differs by elevation and by data
 * folder: a wizard that was restarted elevated must not hand over to the one
 * that is not. The usual data folder holds cases alone, which administrators
 * guard; one that was asked for holds the profile too, and nothing lies elsewhere.
 */
export async function ownPlace(askedFor: string | null): Promise<Place> {
  const elevated = process.platform === 'win32' && (await (await import('./own-elevation.ts')).ownElevation());
  const profiles = askedFor ?? join(app.getPath('appData'), 'package-server-doctor');
  return {
    elevated,
    data: askedFor ?? dataFolder(elevated),
    profile: join(profiles, elevated ? 'window-elevated' : 'window'),
  };
}

/** Whether this wizard is the only one of its place. Must run before Electron is ready. */
export function claimSingleInstance({ profile }: Place): boolean {
  // Chromium's own option stands where it is given: development tools and tests give one each.
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', profile);
  return app.requestSingleInstanceLock();
}

/** A second start brings the first window to the front. */
export function comeToFrontAgain(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}
