import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { app } from 'electron';
import { toolPath } from '../host/tools.ts';

/**
 * Starts the wizard again with administrator rights, which Windows asks for, and
 * ends this one. The manifest stays `asInvoker`: an Electron whose manifest asks
 * for an administrator does not start on several Windows Servers.
 */
export async function restartElevated(): Promise<'restarting' | 'declined' | 'unsupported'> {
  if (process.platform !== 'win32') return 'unsupported';
  const line = process.argv.slice(1).map(quoteArgument).join(' ');
  const script = [
    `$start = @{ FilePath = ${quotePowerShell(process.execPath)}; Verb = 'RunAs' }`,
    ...(line === '' ? [] : [`$start.ArgumentList = ${quotePowerShell(line)}`]),
    'Start-Process @start -ErrorAction Stop',
  ].join('\n');
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

const quotePowerShell = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** As CommandLineToArgvW reads it: backslashes count double before a quotation mark and at the end. */
function quoteArgument(text: string): string {
  if (/^[^\s"]+$/u.test(text)) return text;
  return `"${text.replace(/(\\*)"/gu, '$1$1\\"').replace(/(\\+)$/u, '$1$1')}"`;
}
