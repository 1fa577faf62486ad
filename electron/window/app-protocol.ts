import { join } from 'node:path';
import { protocol } from 'electron';
import { servePage, servePreview } from './page-files.ts';
import { isPreviewUrl, wizardScheme } from './wizard-url.ts';

/** Must run before Electron is ready. The code cache makes the second start faster. */
export function registerWizardScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: wizardScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves the built page, once Electron is ready.
 *
 * @param preview the HTML report that is previewed; null when none is
 */
export function serveWizard(preview: () => string | null): void {
  const folder = join(import.meta.dirname, '..', 'renderer');
  protocol.handle(wizardScheme, (request) =>
    isPreviewUrl(request.url) ? servePreview(preview()) : servePage(folder, request),
  );
}
