import { storeKey } from '../store-key.ts';
import type { Backup } from './backup.ts';
import { exportKey } from './export-key.ts';

/** A certificate of the machine's store as the registry holds it: its properties, the link to its key among them. */
export const storeKeyBackup: Backup = {
  words: ({ certificate }) => `The entry of certificate ${certificate} in the machine's store, as a .reg file`,
  async make(context) {
    const { certificate } = context.design;
    const file = await exportKey(context, storeKey(certificate ?? ''), 'store-entry');
    return `The entry of the certificate is kept in ${file}`;
  },
};
