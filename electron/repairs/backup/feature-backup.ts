import { UserError } from '../../app/user-error.ts';
import { readFeatures } from '../steps/dism.ts';
import type { Backup } from './backup.ts';

/** Which features of Windows were on, for the comparison afterwards. */
export const featureBackup: Backup = {
  words: () => 'The list of the features of Windows with their states, as DISM gives it',
  async make({ host, case: kept, run }) {
    const features = await readFeatures(host);
    if (typeof features === 'string') throw new UserError('failed', `${features}.`);
    const lines = features.map(({ name, state }) => `${name} | ${state}\r\n`);
    return `The list of features is kept in ${await kept.saveBackup(`${run}-features.txt`, lines.join(''))}`;
  },
};
