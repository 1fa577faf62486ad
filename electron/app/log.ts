import { join } from 'node:path';
import { app } from 'electron';

let opened: Promise<typeof import('electron-log/main').default> | undefined;

function openLog() {
  return (opened ??= import('electron-log/main').then(({ default: log }) => {
    log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'wizard.log');
    log.transports.file.maxSize = 2 * 1024 * 1024;
    log.transports.console.level = false;
    return log;
  }));
}

/** Writes an error that no person caused; the log library is loaded with the first one. */
export function logError(where: string, error: unknown): void {
  void openLog().then((log) => log.error(where, error));
}
