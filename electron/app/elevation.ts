import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { app } from 'electron';
import { toolPath } from '../host/tools.ts';
import { ownOptions, wizardArguments } from './arguments.ts';
import { elevatedScript } from './elevated-script.ts';

/**
 * Starts the wizard again with administrator rights, which Windows asks for, and
 * ends this one. The manifest stays `asInvoker`: an Electron whose manifest asks
 * for an administrator does not start on several Windows Servers. Only the
 * wizard's own options go along: a debugging port of Chromium that somebody
 * without rights had put there would be one into the process that has them.
 */
export async function restartElevated(): Promise<'restarting' | 'declined' | 'unsupported'> {
  if (process.platform !== 'win32') return 'unsupported';
  const own = ownOptions(wizardArguments(process.argv.slice(1)));
  // In a checkout Electron is told which application it runs.
  const script = elevatedScript(process.execPath, process.defaultApp ? [app.getAppPath(), ...own] : own);
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  const powershell = toolPath('powershell', process.env['SystemRoot']);
  try {
    await promisify(execFile)(powershell, ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded], {
      windowsHide: true,
    });
  } catch {
    // The person said no in Windows' own question; nothing was started.
    return 'declined';
  }
  app.quit();
  return 'restarting';
}
