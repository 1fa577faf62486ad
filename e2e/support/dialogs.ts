import type { ElectronApplication } from '@playwright/test';

/** Stands in for the person at the dialog that opens files or a folder. */
export async function chooseFiles(app: ElectronApplication, paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (() =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths })) as typeof dialog.showOpenDialog;
  }, paths);
}

/** Stands in for the person at the dialog that asks where to save; null cancels. */
export async function chooseWhereToSave(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (() =>
      Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })) as typeof dialog.showSaveDialog;
  }, path);
}
