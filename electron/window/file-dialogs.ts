import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { ReportFormat } from '../../shared/model/report-preview.ts';

const kinds: Record<ReportFormat, { name: string; extensions: string[] }> = {
  html: { name: 'HTML report', extensions: ['html'] },
  pdf: { name: 'PDF report', extensions: ['pdf'] },
  json: { name: 'Result as JSON', extensions: ['json'] },
  bundle: { name: 'Evidence bundle', extensions: ['zip'] },
};

/** Which files, or which bundle folder, to open; empty when the person cancels. Windows has no dialog for both. */
export async function askWhatToOpen(window: BrowserWindow, what: 'files' | 'folder'): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: what === 'files' ? 'Open what a customer sent' : 'Open the folder of an evidence bundle',
    properties: what === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
  });
  return canceled ? [] : filePaths;
}

/** Which folder of many servers' results to open; null when the person cancels. */
export async function askFleetFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a folder of results of many servers',
    properties: ['openDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Which file names the servers that should be in the list; null when the person cancels. */
export async function askServerList(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a list of server names, one a line',
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Where to write a report; null when the person cancels. */
export async function askWhereToSave(
  window: BrowserWindow,
  format: ReportFormat,
  name: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: `Save the ${kinds[format].name}`,
    defaultPath: join(app.getPath('documents'), name),
    filters: [kinds[format]],
  });
  return canceled || filePath === '' ? null : filePath;
}
