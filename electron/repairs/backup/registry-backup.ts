import type { Backup } from './backup.ts';
import { exportKey } from './export-key.ts';

const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\HTTP\\Parameters';

/** HTTP.SYS's records as the registry holds them: evidence. Never imported again, for HTTP.SYS must be told through its API. */
export const registryBackup: Backup = {
  words: () => `The registry key ${key}, as a .reg file`,
  make: async (context) => `The registry key is kept in ${await exportKey(context, key, 'http-parameters')}`,
};
