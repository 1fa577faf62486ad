import type { RecordingHost } from '../host/recording.ts';
import type { Case } from './case.ts';
import { keepEvidence } from './case-evidence.ts';
import type { CaseStore } from './store.ts';

/**
 * The same cases, which keep the server's answers beside each result that is
 * kept. Where the evidence cannot be written, the case goes on without it: a
 * repair needs its journal and its backups, and those come first.
 *
 * @param onTrouble hears why evidence was not kept
 */
export function keepingEvidence(store: CaseStore, host: RecordingHost, onTrouble: (error: unknown) => void): CaseStore {
  const keeping = (kept: Case): Case => {
    let asked = 0;
    const keep = async (): Promise<void> => {
      const { length } = host.answers();
      if (length === asked) return;
      asked = length;
      await keepEvidence(kept, host).catch(onTrouble);
    };
    const then =
      <A extends unknown[]>(save: (...what: A) => Promise<void>) =>
      async (...what: A): Promise<void> => {
        await save(...what);
        await keep();
      };
    return {
      ...kept,
      saveBefore: then(kept.saveBefore),
      saveFound: then(kept.saveFound),
      saveAfter: then(kept.saveAfter),
      noteRepair: then(kept.noteRepair),
    };
  };
  return {
    ...store,
    create: async (about) => keeping(await store.create(about)),
    open: async (id) => keeping(await store.open(id)),
  };
}
