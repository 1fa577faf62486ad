import { dirname } from 'node:path';
import { app } from 'electron';
import { logNotice } from './log.ts';
import { compatibilitySwitch, sandboxOffWords } from './start-words.ts';

/** What speaks against how and from where this wizard was started. A checkout is its developer's own affair. */
export async function startWarnings(): Promise<string[]> {
  if (!app.isPackaged) return [];
  const { placeHere, startPlaceWarnings } = await import('./start-place.ts');
  const warnings = await startPlaceWarnings(dirname(process.execPath), placeHere);
  if (app.commandLine.hasSwitch(compatibilitySwitch)) warnings.unshift(sandboxOffWords);
  for (const warning of warnings) await logNotice('start', warning);
  return warnings;
}
