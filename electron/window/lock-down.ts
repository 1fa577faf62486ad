import { app, session } from 'electron';
import { isPreviewUrl, isWizardUrl } from './wizard-url.ts';

/** Copying is the only thing that the page may ask the system for. */
const allowedPermission = 'clipboard-sanitized-write';

/** Holds for every page that this program will ever show. */
export function lockDownPages(): void {
  // A window's own `spellcheck: false` is not enough: Chromium would fetch a dictionary from Google all the same
  // (electron/electron#22995), past every rule for requests.
  app.on('session-created', (created) => created.setSpellCheckerLanguages([]));
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const allowed = event.isMainFrame ? isWizardUrl(event.url) && !isPreviewUrl(event.url) : isPreviewUrl(event.url);
      if (!allowed) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** No permission beyond copying, no device, no download, and no request that leaves this program. */
export function lockDownSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer((permission as string) === allowedPermission && isWizardUrl(contents.getURL())),
  );
  defaultSession.setPermissionCheckHandler(
    (contents, permission) =>
      (permission as string) === allowedPermission && contents !== null && isWizardUrl(contents.getURL()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  // Reports are written by the main process, where a person said.
  defaultSession.on('will-download', (event) => event.preventDefault());
  defaultSession.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) =>
    answer({ cancel: !isWizardUrl(url) && !url.startsWith('devtools://') }),
  );
}
