import { join } from 'node:path';
import { protocol } from 'electron';
import { servePage } from './page-files.ts';
import { wizardScheme } from './wizard-url.ts';

/** Must run before Electron is ready. The code cache makes the second start faster. */
export function registerWizardScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: wizardScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Serves the built page, once Electron is ready. */
export function serveWizard(): void {
  const folder = join(import.meta.dirname, '..', 'renderer');
  protocol.handle(wizardScheme, (request) => servePage(folder, request));
}
