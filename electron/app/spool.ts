import { dataFolderAdvice, makeTrustedFolder, whyLooseHere } from '../cases/trusted-folder.ts';
import type { EvidenceStore } from '../host/evidence-store.ts';
import { makeSpoolFolder } from '../host/spool-folder.ts';
import { spooledEvidence } from '../host/spooled-evidence.ts';

/**
 * A store for one recording that spools to the data folder, which is looked for
 * and made with the first evidence that does not fit into memory.
 */
export const spoolBelow = (dataFolder: () => Promise<string>): EvidenceStore =>
  spooledEvidence(async () => {
    const data = await dataFolder();
    await makeTrustedFolder(data, whyLooseHere, dataFolderAdvice);
    return makeSpoolFolder(data);
  });
